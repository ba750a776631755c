package org.dcos.domain.status;

/** The worst of a server's sensors and firing alerts. */
public enum Health { OK, WARNING, CRITICAL, UNKNOWN }
