/** Tests of the server inside a running framework, with every bundle of its feature. */
package org.dcos.tests.server;
