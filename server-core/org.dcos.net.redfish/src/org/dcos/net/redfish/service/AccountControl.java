package org.dcos.net.redfish.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishRefused;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.Account;

/** Users of the management controller and their passwords. */
public final class AccountControl {

    private final RedfishConnection connection;
    private final Layout layout;

    public AccountControl(RedfishConnection connection) {
        this.connection = connection;
        this.layout = Layout.of(connection);
    }

    /** With the free slots of services that have a fixed number of them. */
    public List<Account> accounts() throws RedfishException, InterruptedException {
        var found = new ArrayList<Account>();
        for (Json json : Members.whole(connection, collection())) {
            found.add(Parsed.of(connection, json, Account::read));
        }
        return found;
    }

    /** Also where the service allows nothing else before this has happened (DSP0266 §13.3.7). */
    public void changePassword(String user, char[] password) throws RedfishException, InterruptedException {
        connection.patch(path(user), Map.of("Password", new String(password)));
    }

    private String path(String user) throws RedfishException, InterruptedException {
        try {
            return named(user).path();
        } catch (RedfishRefused e) {
            Optional<String> only = e.passwordChangeRequired();
            if (only.isPresent()) {
                return only.get();
            }
            throw e;
        }
    }

    /** Of an account of {@link #accounts}. */
    public void changePassword(Account account, char[] password) throws RedfishException, InterruptedException {
        connection.patch(account.path(), Map.of("Password", new String(password)));
    }

    /** Changes what is different. @param role {@code Administrator}, {@code Operator} or {@code ReadOnly} */
    public void set(Account account, String user, String role, boolean enabled)
            throws RedfishException, InterruptedException {
        var change = new LinkedHashMap<String, Object>();
        if (!account.user().equals(user)) {
            change.put("UserName", user);
        }
        if (!account.role().equals(role)) {
            change.put("RoleId", role);
        }
        if (account.enabled() != enabled) {
            change.put("Enabled", enabled);
        }
        if (!change.isEmpty()) {
            connection.patch(account.path(), change);
        }
    }

    public void enable(String user, boolean on) throws RedfishException, InterruptedException {
        connection.patch(named(user).path(), Map.of("Enabled", on));
    }

    /** @param role {@code Administrator}, {@code Operator} or {@code ReadOnly} */
    public void create(String user, char[] password, String role) throws RedfishException, InterruptedException {
        Map<String, Object> account = Map.of("UserName", user, "Password", new String(password), "RoleId", role,
                "Enabled", true);
        try {
            connection.post(collection(), account);
        } catch (RedfishRefused e) {
            if (!e.notThere()) {
                throw e;
            }
            // A fixed number of slots: the first that is free; of some makers slot 1 is for nobody.
            List<Account> accounts = accounts();
            Account free = accounts.stream().skip(1).filter(each -> each.user().isEmpty()).findFirst()
                    .orElseThrow(() -> new NotOffered(connection.target(), "free place for a user"));
            connection.patch(free.path(), account);
        }
    }

    public void delete(String user) throws RedfishException, InterruptedException {
        Account account = named(user);
        try {
            connection.delete(account.path());
        } catch (RedfishRefused e) {
            if (!e.notThere()) {
                throw e;
            }
            connection.patch(account.path(), Map.of("UserName", "", "Enabled", false));
        }
    }

    private Account named(String user) throws RedfishException, InterruptedException {
        return accounts().stream().filter(each -> each.user().equals(user)).findFirst()
                .orElseThrow(() -> new NotOffered(connection.target(), "user named '%s'".formatted(user)));
    }

    private String collection() throws RedfishException, InterruptedException {
        Optional<String> service = layout.root(connection).accounts();
        Optional<String> accounts = service.isPresent()
                ? connection.get(service.get()).link("Accounts")
                : Optional.empty();
        return accounts.orElseThrow(() -> new NotOffered(connection.target(), "accounts"));
    }
}
