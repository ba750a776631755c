/** Tests of the console inside a running framework, with every bundle of its feature. */
package org.dcos.tests.console;
