package org.dcos.ui.model.bmc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.PowerDraw;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.ui.model.bmc.BmcSight.Block;
import org.dcos.ui.model.bmc.BmcSight.Line;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;

/** Says how a BMC is set up: pure functions. */
final class BmcWords {

    private static final Duration CLOCK_OFF = Duration.ofMinutes(1);

    private final Texts texts;
    private final Ages ages;
    private final Quantities quantities;

    BmcWords(Texts texts) {
        this.texts = texts;
        this.ages = new Ages(texts);
        this.quantities = new Quantities(texts.locale());
    }

    BmcSight sight(BmcDetails told, Instant now) {
        var blocks = new ArrayList<Block>();
        blocks.add(block(told, Section.DOORS, told.doors().map(BmcDetails.Doors::at), doors(told), now));
        blocks.add(block(told, Section.FIRMWARE, told.firmware().map(BmcDetails.Firmware::at), spoken(told), now));
        blocks.add(block(told, Section.ACCOUNTS, told.accounts().map(BmcDetails.Accounts::at), accounts(told), now));
        blocks.add(block(told, Section.NETWORK, told.network().map(BmcDetails.Network::at),
                told.network().map(network -> network(network.lan())).orElse(List.of()), now));
        blocks.add(block(told, Section.CLOCK, told.clock().map(BmcDetails.Clock::at), clock(told), now));
        blocks.add(block(told, Section.WATCHDOG, told.watchdog().map(BmcDetails.WatchdogTimer::at),
                told.watchdog().map(timer -> watchdog(timer.timer())).orElse(List.of()), now));
        blocks.add(block(told, Section.POWER, told.power().map(BmcDetails.Power::at),
                told.power().map(power -> power(power.draw())).orElse(List.of()), now));
        blocks.add(block(told, Section.ALERTING, told.alerting().map(BmcDetails.Alerting::at), alerting(told), now));
        return new BmcSight(blocks, true);
    }

    private Block block(BmcDetails told, Section section, Optional<Instant> at, List<Line> lines, Instant now) {
        var failure = told.failures().stream().filter(one -> one.section() == section).findFirst()
                .map(one -> texts.get("bmc.failed", ages.since(Optional.of(one.at()), now),
                        texts.sentences().of(one.message())))
                .orElse("");
        return new Block(section, texts.of("bmc.section", section),
                at.isEmpty() ? texts.get("bmc.never") : texts.get("bmc.age", ages.since(at, now)), failure, lines);
    }

    private Line line(String key, String value) {
        return new Line(texts.get(key), value, Mark.NONE);
    }

    private List<Line> doors(BmcDetails told) {
        return told.doors().map(doors -> doors.open().isEmpty()
                ? List.of(new Line(texts.get("bmc.doors"), texts.get("bmc.doors.none"), Mark.WELL))
                : doors.open().stream().sorted().map(weakness -> new Line(texts.of("bmc.weakness", weakness),
                        texts.of("bmc.weakness.why", weakness), Mark.CRITICAL)).toList())
                .orElse(List.of());
    }

    private List<Line> spoken(BmcDetails told) {
        var spoken = told.spoken();
        String suite = spoken.suite().map(number -> texts.get("bmc.suite", Integer.toString(number))).orElse("IPMI");
        String how = spoken.redfish()
                ? texts.get("bmc.redfish", spoken.port().map(port -> Integer.toString(port)).orElse("443"), suite)
                : suite;
        return Stream.of(line("bmc.address", told.address() + ":" + told.port()), line("bmc.spoken", how),
                line("bmc.own", told.ownUser()),
                line("bmc.firmware", told.firmware().map(BmcDetails.Firmware::version).orElse("")))
                .filter(one -> !one.value().isEmpty()).toList();
    }

    private List<Line> accounts(BmcDetails told) {
        return told.accounts().map(BmcDetails.Accounts::users).orElse(List.of()).stream()
                .map(user -> new Line(texts.get("bmc.account", Integer.toString(user.id()), name(user)),
                        account(user, told.ownUser()), user.enabled() && user.name().isBlank() ? Mark.CRITICAL
                                : user.enabled() ? Mark.WELL : Mark.OFF))
                .toList();
    }

    private String account(BmcUser user, String own) {
        String privilege = texts.of("bmc.privilege", user.privilege());
        String state = texts.get(user.enabled() ? "bmc.account.on" : "bmc.account.off", privilege);
        return user.name().equals(own) ? texts.get("bmc.account.own", state) : state;
    }

    String name(BmcUser user) {
        return user.name().isBlank() ? texts.get("bmc.account.unnamed") : user.name();
    }

    private List<Line> network(LanSettings lan) {
        return Stream.of(line("bmc.source", texts.of("bmc.source", lan.source())), line("bmc.ip", lan.address()),
                line("bmc.mask", lan.mask()), line("bmc.gateway", lan.gateway().orElse(texts.get("bmc.none"))),
                line("bmc.vlan", lan.vlan().map(vlan -> Integer.toString(vlan)).orElse(texts.get("bmc.untagged"))),
                line("bmc.mac", lan.mac())).filter(one -> !one.value().isEmpty()).toList();
    }

    private List<Line> clock(BmcDetails told) {
        return told.clock().map(BmcDetails.Clock::skew).map(skew -> {
            boolean off = skew.abs().compareTo(CLOCK_OFF) > 0;
            String words = skew.abs().toSeconds() < 2 ? texts.get("bmc.clock.right")
                    : texts.get(skew.isNegative() ? "bmc.clock.behind" : "bmc.clock.ahead", ages.of(skew.abs()));
            return List.of(new Line(texts.get("bmc.clock"), words, off ? Mark.WARNING : Mark.WELL));
        }).orElse(List.of());
    }

    private List<Line> watchdog(Optional<Watchdog> timer) {
        if (timer.isEmpty()) {
            return List.of(line("bmc.watchdog", texts.get("bmc.watchdog.none")));
        }
        var dog = timer.get();
        if (!dog.running()) {
            return List.of(line("bmc.watchdog", texts.get("bmc.watchdog.still")));
        }
        return List.of(new Line(texts.get("bmc.watchdog"), texts.get("bmc.watchdog.runs", ages.of(dog.left()),
                ages.of(dog.timeout())), Mark.WARNING), line("bmc.watchdog.action", dog.action()));
    }

    private List<Line> power(Optional<PowerDraw> draw) {
        return draw.map(told -> List.of(line("bmc.power.now", quantities.of(told.now(), "W")),
                line("bmc.power.range", texts.get("bmc.power.of", quantities.of(told.least(), "W"),
                        quantities.of(told.average(), "W"), quantities.of(told.most(), "W"))),
                line("bmc.power.limit", told.limit().map(watts -> quantities.of(watts, "W"))
                        .orElse(texts.get("bmc.none")))))
                .orElse(List.of(line("bmc.power.now", texts.get("bmc.power.not"))));
    }

    private List<Line> alerting(BmcDetails told) {
        return told.alerting().map(alerting -> List.of(line("bmc.alerts",
                alerting.address().orElse(texts.get("bmc.alerts.nowhere"))))).orElse(List.of());
    }
}
