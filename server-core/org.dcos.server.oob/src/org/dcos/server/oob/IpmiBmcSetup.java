package org.dcos.server.oob;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.net.ipmi.account.UserPassword;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.BmcRefused;
import org.dcos.net.ipmi.client.BmcSilent;
import org.dcos.net.ipmi.client.EventAlerts;
import org.dcos.net.ipmi.client.FruDevices;
import org.dcos.net.ipmi.client.IpmiException;
import org.dcos.net.ipmi.client.LanConfiguration;
import org.dcos.net.ipmi.command.ControllerReset;
import org.dcos.net.ipmi.dcmi.PowerLimit;
import org.dcos.net.ipmi.dcmi.PowerReading;
import org.dcos.net.ipmi.lan.CipherPrivileges;
import org.dcos.net.ipmi.lan.Ipv4;
import org.dcos.net.ipmi.lan.LanSettings.IpSource;
import org.dcos.net.ipmi.sel.SelClock;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets BMCs up over IPMI 2.0. */
@Component(service = IpmiBmcSetup.class)
public final class IpmiBmcSetup implements BmcSetup {

    /** Anybody may open a session with it, without a password (IPMI v2.0 r1.1 table 22-19). */
    private static final int SUITE_0 = 0;
    private static final String COMMUNITY = "public";
    private static final Duration CORRECTION = Duration.ofSeconds(5);
    private static final Duration SAMPLING = Duration.ofSeconds(10);

    private final IpmiConversations ipmi;
    private final InstantSource time = InstantSource.system();

    @Activate
    public IpmiBmcSetup(@Reference IpmiConversations ipmi) {
        this.ipmi = ipmi;
    }

    @Override
    public List<Part> parts(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        Instant now = time.instant();
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> IpmiParts
                .of(FruDevices.read(connection, ipmi.sensors().records(connection, now))));
    }

    @Override
    public List<BmcUser> users(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return administer(bmc, connection -> IpmiUsers.of(connection).all());
    }

    @Override
    public void user(BmcEndpoint bmc, BmcUser user) throws BmcFailure, InterruptedException {
        administer(bmc, connection -> {
            IpmiUsers.of(connection).set(user);
            return user;
        });
    }

    @Override
    public void password(BmcEndpoint bmc, int user, Secret password) throws BmcFailure, InterruptedException {
        char[] chars = password.reveal();
        try {
            var size = UserPassword.Size.fitting(chars);
            administer(bmc, connection -> {
                connection.send(UserPassword.set(user, chars, size));
                return test(connection, UserPassword.test(user, chars, size));
            });
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    /** Some BMCs say that they have set a password and have cut it; those that cannot test are believed. */
    private static boolean test(BmcConnection connection, UserPassword test)
            throws IpmiException, InterruptedException {
        try {
            connection.send(test);
            return true;
        } catch (BmcRefused e) {
            if (e.completionCode() == UserPassword.TEST_FAILED
                    || e.completionCode() == UserPassword.TEST_FAILED_BY_SIZE) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public LanSettings lan(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return administer(bmc, connection -> of(LanConfiguration.of(connection).settings()));
    }

    private static LanSettings of(org.dcos.net.ipmi.lan.LanSettings lan) {
        return new LanSettings(switch (lan.source()) {
            case STATIC -> LanSettings.Source.STATIC;
            case DHCP -> LanSettings.Source.DHCP;
            case UNSPECIFIED, BIOS, OTHER -> LanSettings.Source.OTHER;
        }, lan.address().toString(), lan.mask().toString(),
                lan.gateway().isNone() ? Optional.empty() : Optional.of(lan.gateway().toString()), lan.vlan(),
                lan.mac());
    }

    @Override
    public void lan(BmcEndpoint bmc, LanSettings settings) throws BmcFailure, InterruptedException {
        var wanted = new org.dcos.net.ipmi.lan.LanSettings(switch (settings.source()) {
            case STATIC -> IpSource.STATIC;
            case DHCP -> IpSource.DHCP;
            case OTHER -> throw new IllegalArgumentException("a BMC's address can be set to static or DHCP only");
        }, Ipv4.of(settings.address()), Ipv4.of(settings.mask()),
                settings.gateway().map(Ipv4::of).orElse(Ipv4.NONE), settings.mac(), settings.vlan());
        administer(bmc, connection -> {
            LanConfiguration.of(connection).set(wanted);
            return wanted;
        });
    }

    @Override
    public Instant clock(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> Instant
                .ofEpochSecond(Integer.toUnsignedLong(connection.send(new SelClock.Get()).raw())));
    }

    @Override
    public void clock(BmcEndpoint bmc, Instant now) throws BmcFailure, InterruptedException {
        ipmi.talk(bmc, PrivilegeLevel.OPERATOR, connection -> connection.send(new SelClock.Set(now)));
    }

    @Override
    public Set<Weakness> weaknesses(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        Set<Weakness> told = told(bmc);
        if (!told.contains(Weakness.CIPHER_SUITE_0) && ipmi.opensWithoutPassword(bmc)) {
            told.add(Weakness.CIPHER_SUITE_0); // whatever its parameters say
        }
        return told;
    }

    /** As its settings say. */
    private Set<Weakness> told(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return administer(bmc, connection -> {
            var found = EnumSet.noneOf(Weakness.class);
            var lan = LanConfiguration.of(connection);
            if (lan.cipherPrivileges().filter(privileges -> privileges.isOn(SUITE_0)).isPresent()) {
                found.add(Weakness.CIPHER_SUITE_0);
            }
            if (!IpmiUsers.of(connection).nameless().isEmpty()) {
                found.add(Weakness.ANONYMOUS);
            }
            if (lan.allowsNoAuthentication()) {
                found.add(Weakness.NO_AUTHENTICATION);
            }
            return found;
        });
    }

    @Override
    public void close(BmcEndpoint bmc, Weakness weakness) throws BmcFailure, InterruptedException {
        administer(bmc, connection -> {
            switch (weakness) {
                case CIPHER_SUITE_0 -> closeSuite0(LanConfiguration.of(connection));
                case ANONYMOUS -> IpmiUsers.of(connection).disableNameless();
                case NO_AUTHENTICATION -> LanConfiguration.of(connection).refuseNoAuthentication();
            }
            return weakness;
        });
    }

    private static void closeSuite0(LanConfiguration lan) throws IpmiException, InterruptedException {
        Optional<CipherPrivileges> privileges = lan.cipherPrivileges();
        if (privileges.isPresent() && privileges.get().isOn(SUITE_0)) {
            lan.setCipherPrivileges(privileges.get().without(SUITE_0));
        }
    }

    /** A BMC that goes before it has answered has done it. */
    @Override
    public void reset(BmcEndpoint bmc, boolean cold) throws BmcFailure, InterruptedException {
        administer(bmc, connection -> {
            try {
                connection.send(new ControllerReset(cold));
            } catch (BmcSilent e) {
                if (!e.outcomeUnknown()) {
                    throw e;
                }
            }
            return cold;
        });
        ipmi.forget(bmc.address(), bmc.port());
    }

    @Override
    public Optional<Watchdog> watchdog(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> optional(connection,
                asked -> asked.send(new org.dcos.net.ipmi.command.Watchdog.Get()))
                        .map(timer -> new Watchdog(timer.running(), words(timer.action()), timer.countdown(),
                                timer.left())));
    }

    private static String words(org.dcos.net.ipmi.command.Watchdog.Action action) {
        return switch (action) {
            case NONE -> "No action";
            case HARD_RESET -> "Hard reset";
            case POWER_DOWN -> "Power down";
            case POWER_CYCLE -> "Power cycle";
            case RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7 -> "Reserved action %d".formatted(action.ordinal());
        };
    }

    @Override
    public void stopWatchdog(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        ipmi.talk(bmc, PrivilegeLevel.OPERATOR, connection -> {
            var timer = connection.send(new org.dcos.net.ipmi.command.Watchdog.Get());
            return connection.send(new org.dcos.net.ipmi.command.Watchdog.Set(timer.stopped()));
        });
    }

    @Override
    public Optional<PowerDraw> draw(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> {
            var reading = optional(connection, asked -> asked.send(new PowerReading.Get()))
                    .filter(each -> each.measured() || each.watts() > 0);
            if (reading.isEmpty()) {
                return Optional.empty();
            }
            var limit = optional(connection, asked -> asked.send(new PowerLimit.Get())).map(PowerLimit::watts);
            var power = reading.get();
            return Optional.of(new PowerDraw(power.watts(), power.least(), power.most(), power.average(), limit));
        });
    }

    @Override
    public void powerLimit(BmcEndpoint bmc, Optional<Integer> watts) throws BmcFailure, InterruptedException {
        ipmi.talk(bmc, PrivilegeLevel.OPERATOR, connection -> {
            if (watts.isPresent()) {
                connection.send(new PowerLimit.Set(
                        new PowerLimit(PowerLimit.LOG, watts.get(), CORRECTION, SAMPLING)));
            }
            return connection.send(new PowerLimit.Activate(watts.isPresent()));
        });
    }

    /** One that knows no alerts sends none. */
    @Override
    public Optional<String> alertsTo(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return administer(bmc, connection -> optional(connection,
                asked -> new EventAlerts(asked, LanConfiguration.of(asked)).receiver())
                        .flatMap(receiver -> receiver).map(Ipv4::toString));
    }

    @Override
    public void alertsTo(BmcEndpoint bmc, Optional<String> address) throws BmcFailure, InterruptedException {
        administer(bmc, connection -> {
            var alerts = new EventAlerts(connection, LanConfiguration.of(connection));
            if (address.isPresent()) {
                alerts.sendTo(Ipv4.of(address.get()), COMMUNITY);
            } else {
                alerts.sendNowhere();
            }
            return address;
        });
    }

    private <R> R administer(BmcEndpoint bmc, IpmiConversations.Talk<R> talk)
            throws BmcFailure, InterruptedException {
        return ipmi.talk(bmc, PrivilegeLevel.ADMINISTRATOR, talk);
    }

    /** Empty when the BMC refuses: it has no such thing. */
    private static <R> Optional<R> optional(BmcConnection connection, IpmiConversations.Talk<R> question)
            throws IpmiException, InterruptedException {
        try {
            return Optional.of(question.with(connection));
        } catch (BmcRefused _) {
            return Optional.empty();
        }
    }
}
