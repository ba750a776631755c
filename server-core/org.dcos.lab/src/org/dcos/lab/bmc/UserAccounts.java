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

    /** The user of that name who may log in; the nameless one is user 1, and off as long as nobody has enabled it. */
    Optional<UserAccount> enabled(String name) {
        return users.stream().filter(each -> each.mayLogIn() && each.name().equals(name)).findFirst();
    }

    /** Anonymous log-in as some controllers come from the factory: user 1 on, without name and password. */
    void letAnybodyIn() {
        UserAccount nameless = users.getFirst();
        nameless.setPassword(new byte[0]);
        nameless.limitTo(PrivilegeLevel.USER.code());
        nameless.enable(true);
    }

    int enabledCount() {
        return (int) users.stream().filter(UserAccount::isEnabled).count();
    }
}
