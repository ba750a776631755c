package org.dcos.net.dhcp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.net.dhcp.engine.Network.INTERFACE;
import static org.dcos.net.dhcp.engine.Network.SERVER;
import static org.dcos.net.dhcp.engine.Network.SUBNET;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.dhcp.engine.Network.Client;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.MessageType;
import org.junit.jupiter.api.Test;

/** Addresses that are asked for on the network before they are offered. */
class ProbingTest {

    private static final Client ANNE = Client.number(1);
    private static final Reaction FIRST = new Reaction.Probe(Ipv4.address("10.0.0.10"), INTERFACE);
    private static final Reaction SECOND = new Reaction.Probe(Ipv4.address("10.0.0.11"), INTERFACE);

    private final Network network = new Network(
            Configuration.of(Map.of(INTERFACE, SERVER), SUBNET).withProbing(true));

    private Reaction found(String address, ProbeFinding finding) {
        return network.take(network.engine.probed(Ipv4.address(address), finding, network.now));
    }

    @Test
    void an_address_is_offered_when_nothing_uses_it() {
        assertThat(network.hear(ANNE.message(MessageType.DISCOVER))).isEqualTo(FIRST);
        network.silent(ANNE.message(MessageType.DISCOVER), Reason.BEING_PROBED);

        var offer = Network.sent(found("10.0.0.10", new ProbeFinding.Unused()), MessageType.OFFER);

        assertThat(offer.yourAddress()).isEqualTo(Ipv4.address("10.0.0.10"));
        network.acknowledged(ANNE.select(offer.yourAddress(), SERVER));
    }

    @Test
    void an_address_in_use_goes_into_quarantine_and_the_next_is_probed() {
        network.hear(ANNE.message(MessageType.DISCOVER));

        assertThat(found("10.0.0.10", new ProbeFinding.Used(Optional.of(Client.number(9).hardware()))))
                .isEqualTo(SECOND);

        assertThat(network.events).extracting(LeaseEvent::kind).containsExactly(LeaseEvent.Kind.CONFLICT);
        assertThat(network.hear(Client.number(2).message(MessageType.DISCOVER)))
                .isEqualTo(new Reaction.Probe(Ipv4.address("10.0.0.12"), INTERFACE));
    }

    @Test
    void a_client_that_still_uses_the_address_itself_is_no_conflict() {
        network.hear(ANNE.message(MessageType.DISCOVER));

        Network.sent(found("10.0.0.10", new ProbeFinding.Used(Optional.of(ANNE.hardware()))), MessageType.OFFER);
    }

    @Test
    void a_client_that_has_the_address_is_not_made_to_wait_for_a_probe() {
        network.hear(ANNE.message(MessageType.DISCOVER));
        found("10.0.0.10", new ProbeFinding.Unused());
        network.acknowledged(ANNE.select(Ipv4.address("10.0.0.10"), SERVER));

        network.discover(ANNE);
    }

    @Test
    void an_answer_that_comes_too_late_or_was_not_asked_for_changes_nothing() {
        network.hear(ANNE.message(MessageType.DISCOVER));
        network.pass(Duration.ofMinutes(5));

        assertThat(found("10.0.0.10", new ProbeFinding.Used(Optional.empty())))
                .isEqualTo(new Reaction.Silence(Reason.TAKEN_NOTE));
        assertThat(found("10.0.0.77", new ProbeFinding.Unused()))
                .isEqualTo(new Reaction.Silence(Reason.TAKEN_NOTE));
        assertThat(network.hear(ANNE.message(MessageType.DISCOVER))).isInstanceOf(Reaction.Probe.class);
    }
}
