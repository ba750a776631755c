/**
 * What one asks of a service: power, boot, sensors, parts, logs, accounts, and the management controller's own
 * settings.
 */
package org.dcos.net.redfish.service;
