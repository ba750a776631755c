/** A data centre made up for the screens: always the same, so that pictures can be compared. */
package org.dcos.tests.console.demo;
