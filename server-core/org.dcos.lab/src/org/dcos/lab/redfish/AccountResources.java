package org.dcos.lab.redfish;

import java.util.List;
import java.util.Optional;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.bmc.SharedBmc.Account;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.redfish.json.Json;

/** Users, their roles and passwords (schemas AccountService, ManagerAccount). */
final class AccountResources implements Resources {

    static final String SERVICE = ROOT + "/AccountService";
    static final String ACCOUNTS = SERVICE + "/Accounts";

    private static final String ROLES = SERVICE + "/Roles";
    private static final List<String> ROLE_NAMES = List.of("Administrator", "Operator", "ReadOnly");
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 20;
    private static final int LONGEST_NAME = 16;

    private final SharedBmc bmc;

    AccountResources(SharedBmc bmc) {
        this.bmc = bmc;
    }

    static String role(PrivilegeLevel level) {
        return switch (level) {
            case ADMINISTRATOR, OEM -> "Administrator";
            case OPERATOR -> "Operator";
            case USER, CALLBACK -> "ReadOnly";
        };
    }

    @Override
    public Optional<Route> route(String path) {
        return switch (path) {
            case SERVICE -> Optional.of(Route.read(() -> Node.resource("AccountService.v1_9_0.AccountService",
                    SERVICE, "Account Service").put("ServiceEnabled", true).put("MinPasswordLength",
                            SHORTEST_PASSWORD)
                    .put("MaxPasswordLength", LONGEST_PASSWORD).putLink("Accounts", ACCOUNTS)
                    .putLink("Roles", ROLES)));
            case ACCOUNTS -> Optional.of(Route.read(() -> Node.collection("ManagerAccountCollection", ACCOUNTS,
                    "Accounts", bmc.accounts().stream().map(AccountResources::path).toList()))
                    .with("POST", (call, _) -> create(call.body())));
            case ROLES -> Optional.of(Route.read(() -> Node.collection("RoleCollection", ROLES, "Roles",
                    ROLE_NAMES.stream().map(role -> ROLES + "/" + role).toList())));
            default -> path.startsWith(ROLES + "/")
                    ? ROLE_NAMES.stream().filter(role -> path.equals(ROLES + "/" + role)).findFirst()
                            .map(role -> Route.read(() -> Node.resource("Role.v1_3_0.Role", path, role)
                                    .put("IsPredefined", true)))
                    : bmc.accounts().stream().filter(account -> path(account).equals(path)).findFirst()
                            .map(this::route);
        };
    }

    private Route route(Account account) {
        return Route.read(() -> node(account)).with("PATCH", (call, _) -> change(account, call.body()))
                .with("DELETE", (_, _) -> {
                    bmc.change(new Account(account.id(), "", PrivilegeLevel.CALLBACK, false));
                    return Answer.NO_CONTENT;
                });
    }

    static String path(Account account) {
        return "%s/%d".formatted(ACCOUNTS, account.id());
    }

    private static Node node(Account account) {
        return Node.resource("ManagerAccount.v1_8_0.ManagerAccount", path(account), "User Account")
                .put("UserName", account.name()).put("RoleId", role(account.role()))
                .put("Enabled", account.enabled()).put("Locked", false)
                .put("Links", new Node().putLink("Role", ROLES + "/" + role(account.role())));
    }

    private Answer create(Json body) throws Refusal {
        String name = body.text("UserName").filter(text -> text.length() <= LONGEST_NAME)
                .orElseThrow(() -> Refusal.lacks("UserName"));
        if (bmc.accounts().stream().anyMatch(account -> account.name().equals(name))) {
            throw Refusal.state("There is a user %s already.".formatted(name));
        }
        Account made = bmc.addAccount(name, password(body), level(body.textOrEmpty("RoleId")))
                .orElseThrow(() -> Refusal.state("All places for users are taken."));
        return Answer.created(node(made), path(made));
    }

    private Answer change(Account account, Json body) throws Refusal {
        String name = account.name();
        PrivilegeLevel role = account.role();
        boolean enabled = account.enabled();
        for (String property : body.names()) {
            switch (property) {
                case "Password" -> bmc.setPassword(account.id(), password(body));
                case "UserName" -> name = body.textOrEmpty(property);
                case "RoleId" -> role = level(body.textOrEmpty(property));
                case "Enabled" -> enabled = body.flag(property).orElse(enabled);
                default -> throw node(account).fields().containsKey(property) ? Refusal.notWritable(property)
                        : Refusal.unknown(property);
            }
        }
        var changed = new Account(account.id(), name, role, enabled);
        bmc.change(changed);
        return Answer.ok(node(changed));
    }

    private static String password(Json body) throws Refusal {
        return body.text("Password")
                .filter(text -> text.length() >= SHORTEST_PASSWORD && text.length() <= LONGEST_PASSWORD)
                .orElseThrow(() -> Refusal.value("******", "Password"));
    }

    private static PrivilegeLevel level(String role) throws Refusal {
        return switch (role) {
            case "Administrator" -> PrivilegeLevel.ADMINISTRATOR;
            case "Operator" -> PrivilegeLevel.OPERATOR;
            case "ReadOnly" -> PrivilegeLevel.USER;
            default -> throw Refusal.value(role, "RoleId");
        };
    }
}
