package org.dcos.domain.cmdb;

/** The side of a rack that a device is mounted from. */
public enum Face { FRONT, REAR }
