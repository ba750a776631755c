package org.dcos.server.oob;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.BmcUser;

/** Gives BMCs the login by which this server-core gets in. Whoever calls has kept it before. */
public record OwnLogin(BmcDriver driver, BmcSetup setup) {

    /** Whether a BMC lets it in, asked anew. */
    public boolean opens(BmcEndpoint endpoint) throws BmcFailure, InterruptedException {
        driver.forget(endpoint.address(), endpoint.port());
        try {
            driver.powerState(endpoint);
            return true;
        } catch (BmcFailure e) {
            if (e.kind() == BmcFailure.Kind.WRONG_CREDENTIAL) {
                return false;
            }
            throw e;
        }
    }

    /** To the account of that name, which is made where there is none. @param now what opens it at present */
    public void give(BmcEndpoint now, BmcEndpoint wanted) throws BmcFailure, InterruptedException {
        List<BmcUser> users = setup.users(now);
        Optional<BmcUser> known = users.stream().filter(user -> user.name().equals(wanted.user())).findFirst();
        if (known.isEmpty()) {
            setup.make(now, new BmcUser(freeId(users), wanted.user(), true, BmcUser.Privilege.ADMINISTRATOR),
                    wanted.password());
            return;
        }
        BmcUser account = known.get();
        setup.password(now, account.id(), wanted.password());
        if (!account.enabled()) {
            setup.user(now, new BmcUser(account.id(), account.name(), true, BmcUser.Privilege.ADMINISTRATOR));
        }
    }

    /** The account of number 1 is the one without a name (IPMI v2.0 §22.26). */
    private static int freeId(List<BmcUser> users) {
        Set<Integer> taken = users.stream().map(BmcUser::id).collect(Collectors.toSet());
        int id = 2;
        while (taken.contains(id)) {
            id++;
        }
        return id;
    }
}
