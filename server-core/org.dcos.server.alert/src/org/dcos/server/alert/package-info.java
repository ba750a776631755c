/** Alert rules and the life of an alert. */
package org.dcos.server.alert;
