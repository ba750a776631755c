package org.dcos.ui.model.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.dhcp.Dhcp;
import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.HostInterface;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.dhcp.NetworkUse;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.event.DomainEvent;
import org.dcos.ui.model.Ask;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DhcpModelTest {

    private static final UUID NEAR = new UUID(6, 1);
    private static final UUID FAR = new UUID(6, 2);

    private final Settled world = new Settled();
    private final DhcpModel model = new DhcpModel(world.estates, Texts.load(Locale.ENGLISH), () -> NOW);
    private final List<LeaseFilter> asked = new ArrayList<>();
    private final List<DhcpSettings> saved = new ArrayList<>();
    private final List<Lease> leases = new ArrayList<>();
    private DhcpSettings settings = DhcpSettings.DEFAULT.withServing(true).withNetworks(List.of("eth1"),
            List.of(ServedNetwork.attached(NEAR, "eth1"), ServedNetwork.relayed(FAR)));
    private DhcpStatus status = status(DhcpStatus.State.SERVING, "", List.of());

    private static HostInterface host(boolean served, String trouble, List<OtherServer> others) {
        return new HostInterface("eth1", "02:dc:00:00:00:01", true, true, List.of("10.0.0.2/24"), served, trouble,
                Optional.empty(), Optional.of(NOW), others);
    }

    private static DhcpStatus status(DhcpStatus.State state, String reason, List<OtherServer> others) {
        return new DhcpStatus(state, NOW.minus(Duration.ofHours(2)), reason, Optional.of("ip link"),
                List.of(host(state == DhcpStatus.State.SERVING, reason, others)),
                List.of(new NetworkUse(NEAR, "10.0.0.0/24", Optional.of("eth1"), 100, 90, 1, 7, ""),
                        new NetworkUse(FAR, "10.8.0.0/24", Optional.empty(), 100, 10, 0, 0, "")));
    }

    private static Lease lease(String address, boolean reserved, Optional<DhcpClient.Relay> relay) {
        var client = new DhcpClient("iDRAC", "", "bmc-1", "", "", "", List.of(), List.of(), relay);
        return new Lease(address, "02:dc:00:00:00:09", client, LeaseState.BOUND, NOW.minusSeconds(900),
                NOW.minusSeconds(20), NOW.plusSeconds(580), reserved, "10.0.0.0/24", relay.isPresent() ? "" : "eth1");
    }

    @BeforeEach
    void connect() {
        world.server.services.put("dhcp", Ask.of(Dhcp.class, Map.of(
                "settings", _ -> settings,
                "status", _ -> status,
                "leases", arguments -> {
                    asked.add((LeaseFilter) arguments[0]);
                    return new Page<>(List.copyOf(leases), 0, leases.isEmpty() ? 0 : 5_000);
                },
                "save", arguments -> {
                    settings = (DhcpSettings) arguments[0];
                    saved.add(settings);
                    return settings;
                })));
        world.connect();
        model.load();
        world.settle();
    }

    @Test
    void itSaysWhatIsServedSinceWhen() {
        assertThat(model.sight().getValue().headline()).isEqualTo("Serving on eth1 for 2 h");
        assertThat(model.sight().getValue().mark()).isEqualTo(Mark.WELL);
        assertThat(model.sight().getValue().interfaces()).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo("serving");
            assertThat(it.link()).isEqualTo("link · 02:dc:00:00:00:01");
            assertThat(it.chosen()).isTrue();
            assertThat(it.warning()).isEmpty();
        });
    }

    @Test
    void anotherServerIsWarnedOfWithItsAddress() {
        status = status(DhcpStatus.State.SERVING, "",
                List.of(new OtherServer("10.0.0.3", "02:dc:00:00:00:03", "", NOW.minusSeconds(120), NOW)));
        world.server.send(new DomainEvent.DhcpChanged());
        world.settle();

        assertThat(model.sight().getValue().interfaces().getFirst().mark()).isEqualTo(Mark.WARNING);
        assertThat(model.sight().getValue().interfaces().getFirst().warning())
                .isEqualTo("10.0.0.3 serves here too, for 2 min");
    }

    @Test
    void aRefusalIsTold() {
        status = status(DhcpStatus.State.REFUSED, "There is no way.", List.of());
        model.load();
        world.settle();

        assertThat(model.sight().getValue().mark()).isEqualTo(Mark.CRITICAL);
        assertThat(model.sight().getValue().trouble()).isEqualTo("There is no way.");
        assertThat(model.sight().getValue().command()).contains("ip link");
    }

    @Test
    void aPoolThatIsNearlyFullIsMarked() {
        assertThat(model.sight().getValue().networks()).extracting(NetworkRow::used)
                .containsExactly("91 / 100", "10 / 100");
        assertThat(model.sight().getValue().networks()).extracting(NetworkRow::mark)
                .containsExactly(Mark.WARNING, Mark.WELL);
        assertThat(model.sight().getValue().networks().getFirst().note()).isEqualTo("7 reserved · 1 used by others");
    }

    @Test
    void leasesSayWhoWhereAndForHowLong() {
        leases.add(lease("10.0.0.10", false, Optional.empty()));
        leases.add(lease("10.8.0.10", true, Optional.of(new DhcpClient.Relay("10.8.0.1", "ge-0/0/7", ""))));
        world.server.send(new DomainEvent.LeasesChanged());
        world.settle();

        assertThat(model.leases().getValue().summary())
                .isEqualTo("The 2 heard last of 5,000; search to find the others");
        assertThat(model.leases().getValue().rows()).first().satisfies(it -> {
            assertThat(it.machine()).isEqualTo("bmc-1 · iDRAC");
            assertThat(it.kind()).isEqualTo("temporary");
            assertThat(it.heard()).isEqualTo("20 s");
            assertThat(it.until()).isEqualTo("in 9 min");
            assertThat(it.where()).isEqualTo("eth1");
        });
        assertThat(model.leases().getValue().rows().getLast().where()).isEqualTo("ge-0/0/7 · 10.8.0.1");
        assertThat(model.leases().getValue().rows().getLast().kind()).isEqualTo("reserved");
    }

    @Test
    void whatIsSearchedIsAskedOfTheServerCore() {
        model.text(" idrac ");
        world.settle();
        model.lens(LeaseLens.ALL);
        world.settle();

        assertThat(asked).first().isEqualTo(new LeaseFilter(Optional.empty(), Optional.of(LeaseState.BOUND),
                Optional.empty()));
        assertThat(asked).last().isEqualTo(new LeaseFilter(Optional.of("idrac"), Optional.empty(),
                Optional.empty()));
    }

    @Test
    void leavingTheLastInterfaceOutEndsServing() {
        model.stop("eth1");
        world.settle();

        assertThat(saved).singleElement().satisfies(it -> {
            assertThat(it.serving()).isFalse();
            assertThat(it.interfaces()).isEmpty();
            assertThat(it.networks()).extracting(ServedNetwork::prefix).containsExactly(FAR);
        });
    }

    @Test
    void aFormChangesWhatItShowsAndNothingElse() {
        var other = new ServedNetwork(new UUID(6, 9), Optional.of("eth2"), List.of(), List.of(), List.of(), "", true);
        var before = settings.withNetworks(List.of("eth1", "eth2"),
                List.of(ServedNetwork.attached(NEAR, "eth1"), ServedNetwork.relayed(FAR), other));
        var prefixes = List.of(new PrefixChoice(NEAR, "10.0.0.0/24", "", true, true),
                new PrefixChoice(FAR, "10.8.0.0/24", "", false, true),
                new PrefixChoice(other.prefix(), "10.9.0.0/24", "", false, false));
        var form = new ServeForm("eth1", prefixes, Set.of(NEAR), true, "10.0.0.53, 10.0.0.54", "", " dc1.example ",
                "15",
                "24");

        var after = form.settings(before);

        assertThat(after.networks()).containsExactlyInAnyOrder(other, new ServedNetwork(NEAR, Optional.of("eth1"),
                List.of(), List.of("10.0.0.53", "10.0.0.54"), List.of(), "dc1.example", true));
        assertThat(after.temporaryLease()).isEqualTo(Duration.ofMinutes(15));
        assertThat(after.lease()).isEqualTo(Duration.ofDays(1));
        assertThat(after.interfaces()).containsExactly("eth1", "eth2");
    }

    @Test
    void aPrefixThatTheInterfaceHasNoAddressOfIsBehindARelayOrOnItsWireAsTheOperatorSays() {
        var prefixes = List.of(new PrefixChoice(FAR, "10.8.0.0/24", "", false, false));
        var form = ServeForm.of("eth1", DhcpSettings.DEFAULT, prefixes);
        var relayed = new ServeForm("eth1", prefixes, Set.of(FAR), true, "", "", "", "10", "12");
        var attached = new ServeForm("eth1", prefixes, Set.of(FAR), false, "", "", "", "10", "12");

        assertThat(form.relays()).as("with no prefix on its wire, this one is meant to be").isFalse();
        assertThat(relayed.settings(DhcpSettings.DEFAULT).networks()).containsExactly(ServedNetwork.relayed(FAR));
        assertThat(attached.settings(DhcpSettings.DEFAULT).networks())
                .containsExactly(ServedNetwork.attached(FAR, "eth1"));
    }

    @Test
    void aFormIsCompleteWithAPrefixAndTimes() {
        var prefixes = List.of(new PrefixChoice(NEAR, "10.0.0.0/24", "", true, true));

        assertThat(new ServeForm("eth1", prefixes, Set.of(NEAR), true, "", "", "", "10", "12").complete()).isTrue();
        assertThat(new ServeForm("eth1", prefixes, Set.of(), true, "", "", "", "10", "12").complete()).isFalse();
        assertThat(new ServeForm("eth1", prefixes, Set.of(NEAR), true, "", "", "", "soon", "12").complete()).isFalse();
    }
}
