package org.dcos.lab.bmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** The user slots of a controller: 1 is the nameless one, disabled; 2 the administrator of the lab's list. */
final class UserAccounts {

    static final int MOST = 10;
    static final int ADMINISTRATOR = 2;

    private final List<UserAccount> users = new ArrayList<>();

    UserAccounts(String administrator, String password) {
        users.add(new UserAccount(1, "", "", PrivilegeLevel.CALLBACK, false));
        users.add(new UserAccount(ADMINISTRATOR, administrator, password, PrivilegeLevel.ADMINISTRATOR, true));
        users.add(new UserAccount(3, "operator", password, PrivilegeLevel.OPERATOR, true));
        users.add(new UserAccount(4, "viewer", password, PrivilegeLevel.USER, true));
    }

    UserAccount administrator() {
        return users.get(ADMINISTRATOR - 1);
    }

    /** @throws Refused with C9h for a number that is no slot */
    UserAccount ofId(int id) throws Refused {
        if (id < 1 || id > MOST) {
            throw new Refused(CompletionCode.PARAMETER_OUT_OF_RANGE);
        }
        while (users.size() < id) {
            users.add(new UserAccount(users.size() + 1, "", "", PrivilegeLevel.CALLBACK, false));
        }
        return users.get(id - 1);
    }

    /** The enabled user of that name; nobody for the empty name, as anonymous log-in is off. */
    Optional<UserAccount> enabled(String name) {
        return users.stream().filter(each -> each.isEnabled() && !name.isEmpty() && each.name().equals(name))
                .findFirst();
    }

    int enabledCount() {
        return (int) users.stream().filter(UserAccount::isEnabled).count();
    }
}
