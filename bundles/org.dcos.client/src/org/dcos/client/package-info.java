/** The domain services over the wire. */
package org.dcos.client;
