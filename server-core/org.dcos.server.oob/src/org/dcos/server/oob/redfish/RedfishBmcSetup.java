package org.dcos.server.oob.redfish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishTarget;
import org.dcos.net.redfish.client.ServiceSilent;
import org.dcos.net.redfish.client.Urgency;
import org.dcos.net.redfish.model.Account;
import org.dcos.net.redfish.model.EthernetInterface;
import org.dcos.net.redfish.service.AccountControl;
import org.dcos.net.redfish.service.ManagerControl;
import org.dcos.net.redfish.service.PartReader;
import org.dcos.net.redfish.service.SystemControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What of a BMC's set-up can be read and changed over Redfish. */
@Component(service = RedfishBmcSetup.class)
public final class RedfishBmcSetup {

    /** Accounts whose id is no number are counted from here. */
    private static final int FIRST_WITHOUT_NUMBER = 10_000;
    private static final String IPMI = "IPMI";

    private final RedfishConversations redfish;

    @Activate
    public RedfishBmcSetup(@Reference RedfishConversations redfish) {
        this.redfish = redfish;
    }

    /** Chassis, processors, memory, drives, supplies, fans. */
    public List<Part> parts(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            var parts = new ArrayList<Part>();
            for (var chassis : new SystemControl(connection).chassis()) {
                parts.add(new Part(Part.Kind.CHASSIS, chassis.name(), chassis.manufacturer(), chassis.model(),
                        chassis.serialNumber(), chassis.partNumber()));
            }
            for (var part : new PartReader(connection).read()) {
                parts.add(new Part(switch (part.kind()) {
                    case PROCESSOR -> Part.Kind.CPU;
                    case ACCELERATOR -> Part.Kind.OTHER;
                    case MEMORY -> Part.Kind.DIMM;
                    case DRIVE -> Part.Kind.DRIVE;
                    case POWER_SUPPLY -> Part.Kind.PSU;
                    case FAN -> Part.Kind.FAN;
                }, part.slot(), part.manufacturer(), part.model(), part.serialNumber(), part.partNumber()));
            }
            return parts;
        });
    }

    public List<BmcUser> users(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            var accounts = new AccountControl(connection).accounts();
            var users = new ArrayList<BmcUser>();
            for (int i = 0; i < accounts.size(); i++) {
                var account = accounts.get(i);
                if (!account.user().isEmpty()) {
                    users.add(new BmcUser(id(account, i), account.user(), account.enabled(), privilege(account)));
                }
            }
            return users;
        });
    }

    public void user(BmcEndpoint bmc, BmcUser user) throws BmcFailure, InterruptedException {
        redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            var control = new AccountControl(connection);
            boolean access = user.privilege() != Privilege.NONE;
            control.set(account(connection.target(), control, user.id()), user.name(),
                    role(user.privilege()), user.enabled() && access);
            return user;
        });
    }

    /** The service says which number it has. */
    public BmcUser make(BmcEndpoint bmc, BmcUser user, Secret password) throws BmcFailure, InterruptedException {
        char[] chars = password.reveal();
        try {
            redfish.talk(bmc, Urgency.OPERATOR, connection -> {
                new AccountControl(connection).create(user.name(), chars, role(user.privilege()));
                return user;
            });
        } finally {
            Arrays.fill(chars, '\0');
        }
        return users(bmc).stream().filter(one -> one.name().equals(user.name())).findFirst().orElse(user);
    }

    public void password(BmcEndpoint bmc, int user, Secret password) throws BmcFailure, InterruptedException {
        char[] chars = password.reveal();
        try {
            redfish.talk(bmc, Urgency.OPERATOR, connection -> {
                var control = new AccountControl(connection);
                control.changePassword(account(connection.target(), control, user), chars);
                return user;
            });
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    /** @param target for the sentence when it is gone */
    private static Account account(RedfishTarget target, AccountControl control, int user)
            throws RedfishException, InterruptedException {
        var accounts = control.accounts();
        for (int i = 0; i < accounts.size(); i++) {
            if (id(accounts.get(i), i) == user) {
                return accounts.get(i);
            }
        }
        throw new NotOffered(target, "account number %d".formatted(user));
    }

    private static int id(Account account, int place) {
        return account.id().matches("\\d{1,4}") ? Integer.parseInt(account.id()) : FIRST_WITHOUT_NUMBER + place;
    }

    private static Privilege privilege(Account account) {
        return switch (account.role()) {
            case "Administrator" -> Privilege.ADMINISTRATOR;
            case "Operator" -> Privilege.OPERATOR;
            case "ReadOnly" -> Privilege.USER;
            case "NoAccess", "" -> Privilege.NONE;
            default -> Privilege.OEM;
        };
    }

    private static String role(Privilege privilege) {
        return switch (privilege) {
            // @formatter:off: it would glue the words together
            case ADMINISTRATOR, OEM -> "Administrator";
            case OPERATOR -> "Operator";
            case USER, CALLBACK, NONE -> "ReadOnly";
            // @formatter:on
        };
    }

    public LanSettings lan(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            var port = new ManagerControl(connection).interfaceOf(bmc.address());
            var address = port.addresses().stream().filter(each -> each.address().equals(bmc.address())).findFirst()
                    .or(() -> port.addresses().stream().findFirst())
                    .orElseThrow(() -> new NotOffered(connection.target(), "address of its own"));
            boolean dhcp = port.dhcp().orElse(address.origin().equals("DHCP"));
            return new LanSettings(dhcp ? LanSettings.Source.DHCP : LanSettings.Source.STATIC, address.address(),
                    address.mask(), Optional.of(address.gateway())
                            .filter(gateway -> !gateway.isEmpty() && !gateway.equals("0.0.0.0")),
                    port.vlan(), port.mac());
        });
    }

    /** The VLAN stays as it is: a BMC that has to be in another is set up over IPMI. */
    public void lan(BmcEndpoint bmc, LanSettings settings) throws BmcFailure, InterruptedException {
        redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            var control = new ManagerControl(connection);
            var port = control.interfaceOf(bmc.address());
            if (!port.vlan().equals(settings.vlan())) {
                throw new NotOffered(connection.target(), "change of the VLAN");
            }
            switch (settings.source()) {
                case STATIC -> control.useAddress(port, new EthernetInterface.Ipv4(settings.address(),
                        settings.mask(), settings.gateway().orElse("0.0.0.0"), ""));
                case DHCP -> control.useDhcp(port);
                case OTHER -> throw new IllegalArgumentException(
                        "a BMC's address can be set to static or DHCP only");
            }
            return settings;
        });
    }

    public Instant clock(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.OPERATOR, connection -> new ManagerControl(connection).manager().time()
                .orElseThrow(() -> new NotOffered(connection.target(), "clock")));
    }

    public void clock(BmcEndpoint bmc, Instant time) throws BmcFailure, InterruptedException {
        redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            new ManagerControl(connection).setTime(time);
            return time;
        });
    }

    /** A BMC that goes before it has answered has done it. */
    public void reset(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            try {
                new ManagerControl(connection).restart();
            } catch (ServiceSilent e) {
                if (!e.outcomeUnknown()) {
                    throw e;
                }
            }
            return bmc;
        });
        redfish.forget(bmc.address(), bmc.port());
    }

    /** Whether it says that it does not speak IPMI, so that nothing of IPMI can be open. */
    public boolean ipmiIsOff(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.OPERATOR,
                connection -> !new ManagerControl(connection).protocols().enabled().getOrDefault(IPMI, true));
    }
}
