package org.dcos.domain.bmcsetup;

import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings.Source;

/** A change of who gets into a BMC, or of where it is reached: an administrator's. */
public sealed interface AccessChange {

    /**
     * Makes or changes an account.
     *
     * @param user      its number, or its place in the list
     * @param password  empty leaves the one it has; must be given for an account that is new and on
     */
    record SetAccount(int user, String name, boolean enabled, Privilege privilege, Optional<Secret> password)
            implements AccessChange {}

    /** Gives another account than our own a password. */
    record SetPassword(int user, Secret password) implements AccessChange {}

    /** Gives the account by which this server-core logs in a new password, which nobody is told. */
    record RotatePassword() implements AccessChange {}

    /**
     * Changes its network. It has to answer there; else it is taken back to where it was.
     *
     * @param source  STATIC or DHCP
     * @param address IPv4, for STATIC; empty leaves the one it has, as with mask
     * @param gateway empty for none
     * @param vlan    empty for untagged
     */
    record SetNetwork(Source source, Optional<String> address, Optional<String> mask, Optional<String> gateway,
            Optional<Integer> vlan) implements AccessChange {}
}
