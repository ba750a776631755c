package org.dcos.server.oob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.net.ipmi.account.UserAccess;
import org.dcos.net.ipmi.account.UserName;
import org.dcos.net.ipmi.account.UserPassword;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.BmcRefused;
import org.dcos.net.ipmi.client.IpmiException;
import org.dcos.net.ipmi.client.LanConfiguration;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** The accounts of one BMC on the LAN channel that is talked over, during one conversation. */
final class IpmiUsers {

    private static final int FIRST = 1;

    private final BmcConnection connection;
    private final int channel;

    private IpmiUsers(BmcConnection connection, int channel) {
        this.connection = connection;
        this.channel = channel;
    }

    static IpmiUsers of(BmcConnection connection) throws IpmiException, InterruptedException {
        return new IpmiUsers(connection, LanConfiguration.of(connection).channel());
    }

    /** Places that have a name or are on. */
    List<BmcUser> all() throws IpmiException, InterruptedException {
        var users = new ArrayList<BmcUser>();
        int most = FIRST;
        for (int id = FIRST; id <= most; id++) {
            var access = connection.send(new UserAccess.Get(channel, id));
            most = Math.max(most, access.mostUsers());
            var user = new BmcUser(id, name(id), isOn(access), privilege(access));
            if (!user.name().isEmpty() || user.enabled()) {
                users.add(user);
            }
        }
        return List.copyOf(users);
    }

    /** Accounts without a name by which somebody can log in. */
    List<BmcUser> nameless() throws IpmiException, InterruptedException {
        return all().stream().filter(user -> user.name().isEmpty() && user.enabled()
                && user.privilege() != Privilege.NONE).toList();
    }

    void disableNameless() throws IpmiException, InterruptedException {
        for (BmcUser user : nameless()) {
            connection.send(UserPassword.enable(user.id(), false));
            connection.send(new UserAccess.Set(channel, user.id(), UserAccess.Rights.NONE));
        }
    }

    /**
     * The name first, and on last: an account is not on before it may do only what it should. Off is said again at the
     * end: with some BMCs whoever is given rights is on by that.
     */
    void set(BmcUser user) throws IpmiException, InterruptedException {
        if (!user.enabled()) {
            connection.send(UserPassword.enable(user.id(), false));
        }
        if (!user.name().equals(name(user.id()))) {
            connection.send(new UserName.Set(user.id(), user.name()));
        }
        connection.send(new UserAccess.Set(channel, user.id(), rights(user)));
        connection.send(UserPassword.enable(user.id(), user.enabled()));
    }

    /** Places that were never used are refused by some BMCs. */
    private String name(int id) throws IpmiException, InterruptedException {
        try {
            return connection.send(new UserName.Get(id));
        } catch (BmcRefused _) {
            return "";
        }
    }

    /** Where the BMC does not say, whoever may open sessions is on. */
    private static boolean isOn(UserAccess access) {
        return switch (access.status()) {
            case ENABLED -> true;
            case DISABLED -> false;
            case UNSPECIFIED, RESERVED -> access.rights().messaging() && access.rights().limit().isPresent();
        };
    }

    private static Privilege privilege(UserAccess access) {
        Optional<PrivilegeLevel> limit = access.rights().limit();
        return limit.map(level -> switch (level) {
            case CALLBACK -> Privilege.CALLBACK;
            case USER -> Privilege.USER;
            case OPERATOR -> Privilege.OPERATOR;
            case ADMINISTRATOR -> Privilege.ADMINISTRATOR;
            case OEM -> Privilege.OEM;
        }).orElse(Privilege.NONE);
    }

    private static UserAccess.Rights rights(BmcUser user) {
        return switch (user.privilege()) {
            case NONE -> UserAccess.Rights.NONE;
            case CALLBACK -> UserAccess.Rights.upTo(PrivilegeLevel.CALLBACK);
            case USER -> UserAccess.Rights.upTo(PrivilegeLevel.USER);
            case OPERATOR -> UserAccess.Rights.upTo(PrivilegeLevel.OPERATOR);
            case ADMINISTRATOR -> UserAccess.Rights.upTo(PrivilegeLevel.ADMINISTRATOR);
            case OEM -> UserAccess.Rights.upTo(PrivilegeLevel.OEM);
        };
    }
}
