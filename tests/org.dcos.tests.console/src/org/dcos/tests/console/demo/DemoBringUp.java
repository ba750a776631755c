package org.dcos.tests.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.Page;
import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.Arrival.Step;
import org.dcos.domain.bringup.Arrival.Trouble;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Server;

/** The two new racks of the made-up data centre on their way into the pool; four machines stand still. */
final class DemoBringUp {

    private static final int STEPS = Step.Kind.values().length;
    private static final List<String> EVIDENCE = List.of("The login of user 'Administrator' opens it.",
            "Huawei 2288H V5, serial number %s, firmware 6.40", "%s has the serial number %s.", "As bought: 16 dimm",
            "User 'dcos' has a password of its own, which is in the vault.", "Closed: cipher suite 0",
            "Its clock is right.", "10.20.4.%d", "", "", "");

    private final DemoEstate estate;
    private final Instant now;

    DemoBringUp(DemoEstate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    BringUp service() {
        return Answers.to(BringUp.class, (call, _) -> switch (call) {
            case "arrivals" -> {
                var arrivals = arrivals();
                yield new Page<>(arrivals, 0, arrivals.size());
            }
            case "settings" -> settings();
            default -> throw Answers.refused(call);
        });
    }

    private static BringUpSettings settings() {
        return new BringUpSettings(true, List.of(new Recognised("Huawei", "3c:ec:ef", "HUAWEI-iBMC*", "", "", ""),
                new Recognised("Supermicro", "0c:c4:7a", "", "", "", ""),
                new Recognised("Dell", "", "iDRAC*", "", "", "")),
                List.of(new FirstLogin("2288H*", "Administrator", Optional.of(Secret.of("kept"))),
                        new FirstLogin("PowerEdge*", "root", Optional.of(Secret.of("kept"))),
                        new FirstLogin("*", "ADMIN", Optional.of(Secret.of("kept")))),
                "dcos", "oob", true, 64, false);
    }

    private List<Arrival> arrivals() {
        var all = new ArrayList<Arrival>();
        var servers = estate.servers.stream().filter(server -> server.name().startsWith("srv-e")).toList();
        for (int i = 0; i < servers.size(); i++) {
            int steps = i < 9 ? STEPS : i < 17 ? 9 : i < 22 ? 5 : i < 26 ? 1 : 0;
            if (i < 28) {
                all.add(arrival(i, Optional.of(servers.get(i)), steps, trouble(i)));
            }
        }
        all.add(arrival(40, Optional.empty(), 2, Optional.of(new Trouble(Cause.JUNK_SERIAL,
                "It tells 'To be filled by O.E.M.' for a serial number, which names no machine.",
                "Look at the label of the machine and assign it to the planned server with that number.", true,
                Optional.empty()))));
        all.add(arrival(41, Optional.empty(), 2, Optional.of(new Trouble(Cause.STRANGER,
                "No planned server has the serial number 2102311XDB10K4999999 (Huawei 2288H V5).",
                "Import the purchase list that it is on and try it again, or assign it to a planned server.", true,
                Optional.empty()))));
        all.add(arrival(42, Optional.empty(), 0, Optional.empty()));
        return all;
    }

    private Optional<Trouble> trouble(int number) {
        return switch (number) {
            case 18 -> Optional.of(new Trouble(Cause.DIFFERENT, "It is not what was bought: 15 dimm, 16 were bought",
                    "Have it put right and try it again, or correct the purchase list, or accept the difference.", true,
                    Optional.empty()));
            case 24 -> Optional.of(new Trouble(Cause.WRONG_LOGIN, "All 3 first logins were refused.",
                    "Add its login to the maker's list or to the first logins of its model, then try it again.", false,
                    Optional.of(now.plusSeconds(190))));
            default -> Optional.empty();
        };
    }

    private Arrival arrival(int number, Optional<Server> server, int done, Optional<Trouble> trouble) {
        var seen = now.minus(Duration.ofMinutes(26)).plusSeconds(31L * number);
        var steps = new ArrayList<Step>();
        var changed = seen;
        for (var kind : Step.Kind.values()) {
            boolean behind = kind.ordinal() < done;
            if (behind) {
                changed = changed.plusSeconds(3 + (number + kind.ordinal()) % 7);
            }
            steps.add(new Step(kind, behind, behind ? Optional.of(changed) : Optional.empty(),
                    behind ? evidence(kind, number, server) : ""));
        }
        var stage = done == STEPS ? Stage.AVAILABLE
                : done >= 9 ? Stage.ACCEPTED
                : done >= 3 ? Stage.IDENTIFIED : Stage.SEEN;
        return new Arrival(DemoEstate.id("arrival" + number), 1, "3c:ec:ef:00:01:%02x".formatted(number),
                "10.20.4." + (30 + number), 623, "MAC of Huawei, vendor class HUAWEI-iBMC", stage, trouble,
                server.map(Server::id), number == 41 ? Optional.of(new BmcIdentity("", "6.40", "Huawei", "2288H V5",
                        "2102311XDB10K4999999", "", "", ""))
                        : Optional.empty(),
                steps, seen, changed);
    }

    private static String evidence(Step.Kind kind, int number, Optional<Server> server) {
        var text = EVIDENCE.get(kind.ordinal());
        return switch (kind) {
            case IDENTIFY -> text.formatted(server.map(Server::serial)
                    .orElse(number == 41 ? "2102311XDB10K4999999" : "To be filled by O.E.M."));
            case MATCH -> text.formatted(server.map(Server::name).orElse(""), server.map(Server::serial).orElse(""));
            case ADDRESS -> text.formatted(100 + number);
            default -> text;
        };
    }
}
