package org.dcos.ui.model.dhcp;

/** Which leases are looked at. */
public enum LeaseLens {
    /** Those that somebody has now. */
    NOW,
    /** Also those that have ended, and addresses that are used by others. */
    ALL
}
