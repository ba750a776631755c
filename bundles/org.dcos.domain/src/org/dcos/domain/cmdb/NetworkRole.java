package org.dcos.domain.cmdb;

/** The place of a network device in the network; what is CORE is where the way out begins. */
public enum NetworkRole {
    ACCESS, AGGREGATION, CORE, FIREWALL, OTHER
}
