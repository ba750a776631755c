package org.dcos.server.oob.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcSetup.LanSettings.Source;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.IpFamily;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;

/** What can be said about a change before any BMC is asked: pure functions. */
final class ChangeChecks {

    private static final int SHORTEST_REASON = 3;
    /** IPMI v2.0 §22.26 and §22.30. */
    private static final int MOST_USERS = 63;
    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_PASSWORD = 20;
    private static final int MOST_WATTS = 65_535;
    private static final int LAST_VLAN = 4_094;
    /** Accounts of Redfish whose id is no number are counted from here. */
    private static final int OF_REDFISH = 10_000;

    private final List<Violation> broken = new ArrayList<>();

    static void check(BmcChange change, String reason) throws Invalid {
        var checks = new ChangeChecks();
        checks.reason(reason);
        switch (change) {
            case BmcChange.LimitPower(var watts) -> watts.filter(number -> number < 1 || number > MOST_WATTS)
                    .ifPresent(_ -> checks.breaks("change.watts",
                            "A limit is between 1 and %,d W; leave it out to take the limit off.".formatted(
                                    MOST_WATTS)));
            case BmcChange.SendAlerts(var address) -> checks.address("change.address", address);
            // @formatter:off: it would glue the patterns together
            case BmcChange.SetClock _, BmcChange.CloseDoor _, BmcChange.StopWatchdog _, BmcChange.Restart _ -> {}
            // @formatter:on
        }
        checks.end();
    }

    static void check(AccessChange change, String reason) throws Invalid {
        var checks = new ChangeChecks();
        checks.reason(reason);
        switch (change) {
            case AccessChange.SetAccount(var user, var name, _, _, var password) -> {
                checks.user(user);
                if (name.length() > LONGEST_NAME || !name.chars().allMatch(sign -> sign > ' ' && sign < 0x7F)) {
                    checks.breaks("change.name",
                            "A name has at most %d letters, digits and signs, without blanks.".formatted(
                                    LONGEST_NAME));
                }
                password.ifPresent(checks::password);
            }
            case AccessChange.SetPassword(var user, var password) -> {
                checks.user(user);
                checks.password(password);
            }
            case AccessChange.RotatePassword() -> {}
            case AccessChange.SetNetwork network -> checks.network(network);
        }
        checks.end();
    }

    private void reason(String reason) {
        if (reason.strip().length() < SHORTEST_REASON) {
            breaks("reason", "Say why in a few words; the audit log keeps the reason.");
        }
    }

    private void user(int user) {
        boolean known = user >= 1 && user <= MOST_USERS || user >= OF_REDFISH;
        if (!known) {
            breaks("change.user", "%d is no number of an account.".formatted(user));
        }
    }

    private void password(Secret password) {
        char[] signs = password.reveal();
        boolean printable = true;
        for (int i = 0; i < signs.length; i++) {
            printable &= signs[i] > ' ' && signs[i] < 0x7F;
            signs[i] = 0;
        }
        if (signs.length < 1 || signs.length > LONGEST_PASSWORD || !printable) {
            breaks("change.password",
                    "A password has 1 to %d letters, digits and signs, without blanks.".formatted(LONGEST_PASSWORD));
        }
    }

    private void network(AccessChange.SetNetwork network) {
        if (network.source() == Source.OTHER) {
            breaks("change.source", "A BMC's address can be set to STATIC or DHCP only.");
        }
        address("change.address", network.address());
        address("change.gateway", network.gateway());
        boolean mask = network.mask().map(ChangeChecks::bits).map(ChangeChecks::isMask).orElse(true);
        if (!mask) {
            breaks("change.mask", "'%s' is no mask; write it as 255.255.255.0.".formatted(network.mask().orElse("")));
        }
        network.vlan().filter(vlan -> vlan < 1 || vlan > LAST_VLAN).ifPresent(_ -> breaks("change.vlan",
                "A VLAN is between 1 and %,d; leave it out for untagged.".formatted(LAST_VLAN)));
        boolean whole = broken.isEmpty() && network.address().isPresent() && network.mask().isPresent();
        if (whole && network.gateway().isPresent()) {
            int bits = bits(network.mask().get()).orElse(0);
            if ((number(network.address().get()) & bits) != (number(network.gateway().get()) & bits)) {
                breaks("change.gateway", "The gateway %s is not in the network of %s, mask %s.".formatted(
                        network.gateway().get(), network.address().get(), network.mask().get()));
            }
        }
    }

    private void address(String field, Optional<String> address) {
        if (address.isPresent() && !isIpv4(address.get())) {
            breaks(field, "'%s' is no IPv4 address; write it as 10.1.2.3.".formatted(address.get()));
        }
    }

    private static boolean isIpv4(String text) {
        try {
            return Address.parse(text).family() == IpFamily.IPV4;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<Integer> bits(String mask) {
        return isIpv4(mask) ? Optional.of(number(mask)) : Optional.empty();
    }

    /** Ones, then zeros. */
    private static boolean isMask(Optional<Integer> bits) {
        return bits.filter(mask -> mask != 0 && (~mask & ~mask + 1) == 0).isPresent();
    }

    private static int number(String address) {
        int number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private void breaks(String field, String message) {
        broken.add(new Violation(field, message));
    }

    private void end() throws Invalid {
        if (!broken.isEmpty()) {
            throw new Invalid(broken);
        }
    }
}
