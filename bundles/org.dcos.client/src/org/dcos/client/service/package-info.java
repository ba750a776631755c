/** The services of the domain over the wire. */
package org.dcos.client.service;
