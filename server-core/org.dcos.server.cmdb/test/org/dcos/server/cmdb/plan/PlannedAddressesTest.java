package org.dcos.server.cmdb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.PlanOrder.Merge;
import org.dcos.domain.ip.PlanOrder.Reclaim;
import org.dcos.domain.ip.PlanOrder.Split;
import org.dcos.domain.ip.PlanOrder.TakeAddresses;
import org.dcos.domain.ip.PlanOrder.TakePrefixes;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.ip.QuarantineSettings;
import org.dcos.domain.ip.WireFinding;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.junit.jupiter.api.Test;

class PlannedAddressesTest {

    private final Bench bench = new Bench();

    @Test
    void aSplitMakesThePartsAllOfTheNetworkAndCanBeUndone() throws Problem {
        Prefix whole = bench.prefix("10.0.0.0/22", PrefixState.ACTIVE, "office");
        bench.address("10.0.1.7", AddressState.RESERVED);

        PlanResult result = bench.plan.carryOut(new Split(whole.id(), 24, "one per floor"));

        assertThat(result.created()).extracting(Prefix::cidr).containsExactly("10.0.0.0/24", "10.0.1.0/24",
                "10.0.2.0/24", "10.0.3.0/24");
        assertThat(result.created()).extracting(Prefix::purpose).containsOnly("office");
        assertThat(result.changed()).extracting(Prefix::state).containsExactly(PrefixState.CONTAINER);
        bench.records.undo(result.changeSet().orElseThrow().number(), "");
        assertThat(bench.cidrs()).containsExactly("10.0.0.0/22");
        assertThat(bench.prefixes().getFirst().state()).isEqualTo(PrefixState.ACTIVE);
    }

    @Test
    void aSplitKeepsPartsThatAreRecordedAndRefusesWhatSpansParts() throws Problem {
        Prefix whole = bench.prefix("10.0.0.0/22", PrefixState.CONTAINER);
        bench.prefix("10.0.2.0/23", PrefixState.ACTIVE);

        assertThatThrownBy(() -> bench.plan.carryOut(new Split(whole.id(), 24, "")))
                .isInstanceOf(Conflict.class).hasMessageContaining("10.0.2.0/23 spans 2");
        assertThat(bench.plan.carryOut(new Split(whole.id(), 23, "")).created()).extracting(Prefix::cidr)
                .containsExactly("10.0.0.0/23");
    }

    @Test
    void aSplitDoesNotMakeAnAddressThatOfANetwork() throws Problem {
        Prefix whole = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        bench.address("10.0.0.128", AddressState.RESERVED);

        assertThatThrownBy(() -> bench.plan.carryOut(new Split(whole.id(), 25, "")))
                .isInstanceOf(Invalid.class).hasMessageContaining("10.0.0.128 is recorded as an address");
        assertThat(bench.cidrs()).containsExactly("10.0.0.0/24");
    }

    @Test
    void aRangeMayNotSpanParts() throws Problem {
        Prefix whole = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        bench.records.save(new IpRange(UUID.randomUUID(), 0, Optional.empty(), "10.0.0.100", "10.0.0.150",
                RangeUse.DHCP, "", Map.of(), Map.of()));

        assertThatThrownBy(() -> bench.plan.carryOut(new Split(whole.id(), 25, "")))
                .isInstanceOf(Conflict.class).hasMessageContaining("10.0.0.100 to 10.0.0.150");
    }

    @Test
    void siblingsBecomeTheirParentAgain() throws Problem {
        Prefix whole = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        var parts = bench.plan.carryOut(new Split(whole.id(), 26, "")).created();
        bench.plan.carryOut(TakeAddresses.next(parts.get(1).id(), 1, Optional.empty(), ""));

        PlanResult merged = bench.plan.carryOut(new Merge(parts.stream().map(Prefix::id).toList(), ""));

        assertThat(merged.removed()).hasSize(4);
        assertThat(bench.cidrs()).containsExactly("10.0.0.0/24");
        assertThat(bench.prefixes().getFirst().state()).isEqualTo(PrefixState.ACTIVE);
    }

    @Test
    void twoOfFourBecomeOneAndAGapIsRefused() throws Problem {
        Prefix whole = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        var parts = bench.plan.carryOut(new Split(whole.id(), 26, "")).created();

        bench.plan.carryOut(new Merge(List.of(parts.get(2).id(), parts.get(3).id()), ""));

        assertThat(bench.cidrs()).containsExactly("10.0.0.0/24", "10.0.0.0/26", "10.0.0.64/26", "10.0.0.128/25");
        assertThatThrownBy(() -> bench.plan.carryOut(new Merge(List.of(parts.get(0).id(), parts.get(2).id()), "")))
                .isInstanceOf(Conflict.class).hasMessageContaining("10.0.0.64/26 is missing");
    }

    @Test
    void theNextFreeNetworkIsTakenBelowAContainerOrTheOneThatIsNamed() throws Problem {
        Prefix container = bench.prefix("10.0.0.0/16", PrefixState.CONTAINER);
        bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);

        assertThat(take(container, 24, 2, Optional.empty()).created()).extracting(Prefix::cidr)
                .containsExactly("10.0.1.0/24", "10.0.2.0/24");
        assertThat(take(container, 26, 1, Optional.of("10.0.9.64/26")).created()).extracting(Prefix::cidr)
                .containsExactly("10.0.9.64/26");
        assertThatThrownBy(() -> take(container, 25, 1, Optional.of("10.0.9.0/25"))).isInstanceOf(Conflict.class)
                .hasMessageContaining("10.0.9.64/26 is taken");
    }

    private PlanResult take(Prefix container, int length, int count, Optional<String> cidr) throws Problem {
        return bench.plan.carryOut(new TakePrefixes(container.id(), length, count, cidr, "", Optional.empty(),
                Optional.empty(), Optional.empty(), "", ""));
    }

    @Test
    void anAddressThatAnswersIsSkippedAndReservedForALook() throws Problem {
        Prefix prefix = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        bench.living.addAll(List.of("10.0.0.1", "10.0.0.2"));

        PlanResult result = bench.plan.carryOut(TakeAddresses.next(prefix.id(), 2, Optional.empty(), "two"));

        assertThat(result.addresses()).extracting(IpAddress::address).containsExactly("10.0.0.3", "10.0.0.4");
        assertThat(result.skipped()).extracting(IpAddress::address).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
        assertThat(bench.recorded("10.0.0.1").orElseThrow()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(AddressState.RESERVED);
            assertThat(found.description()).contains("2026-03-01T08:00:00Z", "ARP answer from 02:00:00:00:00:01");
        });
        assertThat(bench.addresses()).hasSize(4);
        bench.records.undo(result.changeSet().orElseThrow().number(), "");
        assertThat(bench.addresses()).isEmpty();
    }

    @Test
    void aNetworkFullOfUnrecordedHostsIsTold() throws Problem {
        Prefix prefix = bench.prefix("10.0.0.0/29", PrefixState.ACTIVE);
        for (int host = 1; host <= 6; host++) {
            bench.living.add("10.0.0." + host);
        }

        assertThatThrownBy(() -> bench.plan.carryOut(TakeAddresses.next(prefix.id(), 1, Optional.empty(), "")))
                .isInstanceOf(Conflict.class).hasMessageContaining("6 unrecorded answer on the wire");
    }

    @Test
    void withoutAWireTheAnswerSaysThatNobodyAsked() throws Problem {
        bench.wires.clear();
        Prefix prefix = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);

        assertThat(bench.plan.carryOut(TakeAddresses.next(prefix.id(), 1, Optional.empty(), "")).findings())
                .singleElement().satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(WireFinding.Outcome.NOT_ASKED);
                    assertThat(finding.told()).startsWith("not asked");
                });
    }

    @Test
    void addressesInARowComeFromTheSmallestGapThatHasThem() throws Problem {
        Prefix prefix = bench.prefix("10.0.0.0/28", PrefixState.ACTIVE);
        bench.address("10.0.0.4", AddressState.RESERVED);
        bench.living.add("10.0.0.2");

        var order = new TakeAddresses(Optional.of(prefix.id()), "", Optional.empty(), Optional.empty(),
                Optional.empty(), 3, true, List.of(), false, Optional.empty(), "", "", "");

        assertThat(bench.plan.carryOut(order).addresses()).extracting(IpAddress::address)
                .containsExactly("10.0.0.5", "10.0.0.6", "10.0.0.7");
    }

    @Test
    void aPurposeFindsItsNetworkAndTheNextWhenItIsFull() throws Problem {
        bench.prefix("10.1.0.0/30", PrefixState.ACTIVE, "oob");
        bench.prefix("10.2.0.0/24", PrefixState.ACTIVE, "OOB");
        var order = new TakeAddresses(Optional.empty(), "oob", Optional.empty(), Optional.empty(), Optional.empty(), 2,
                false, List.of(), false, Optional.empty(), "", "", "");

        assertThat(bench.plan.carryOut(order).addresses()).extracting(IpAddress::address)
                .containsExactly("10.1.0.1", "10.1.0.2");
        assertThat(bench.plan.carryOut(order).addresses()).extracting(IpAddress::address)
                .containsExactly("10.2.0.1", "10.2.0.2");
    }

    @Test
    void aNamedAddressThatAnswersIsOnlyTakenWhenItMay() throws Problem {
        Prefix prefix = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        bench.living.add("10.0.0.9");
        var named = TakeAddresses.named(prefix.id(), List.of("10.0.0.9"), Optional.empty(), "");

        assertThatThrownBy(() -> bench.plan.carryOut(named)).isInstanceOf(Conflict.class)
                .hasMessageContaining("10.0.0.9 is in use already: ARP answer");
        var knowing = new TakeAddresses(named.prefix(), "", Optional.empty(), Optional.empty(), Optional.empty(), 0,
                false, named.addresses(), true, Optional.empty(), "", "", "");
        assertThat(bench.plan.carryOut(knowing).addresses()).extracting(IpAddress::address)
                .containsExactly("10.0.0.9");
    }

    @Test
    void anAddressStaysInQuarantineUntilTheWireWasSilentForTheWholeTime() throws Problem {
        bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        IpAddress address = bench.address("10.0.0.5", AddressState.RESERVED);
        bench.plan.carryOut(new Reclaim(List.of(address.id()), "gone"));

        bench.pass(Duration.ofDays(6));
        bench.living.add("10.0.0.5");
        assertThat(bench.plan.sweep().restarted()).containsExactly("10.0.0.5");
        bench.living.clear();
        bench.pass(Duration.ofDays(2));
        assertThat(bench.plan.sweep().released()).isEmpty();
        assertThat(bench.recorded("10.0.0.5").orElseThrow().description()).contains("2026-03-07", "ARP answer");

        bench.pass(Duration.ofDays(5));
        assertThat(bench.plan.sweep().released()).containsExactly("10.0.0.5");
        assertThat(bench.recorded("10.0.0.5")).isEmpty();
        assertThat(bench.records.changeSet(bench.lastChangeSet()).who()).isEqualTo("system");
    }

    @Test
    void whatNobodyCanAskStaysInQuarantineUnlessTimeAloneIsEnough() throws Problem {
        bench.wires.clear();
        bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        IpAddress address = bench.address("10.0.0.5", AddressState.RESERVED);
        bench.plan.carryOut(new Reclaim(List.of(address.id()), ""));
        bench.pass(Duration.ofDays(30));

        assertThat(bench.plan.sweep().waiting()).isEqualTo(1);
        bench.plan.saveQuarantine(new QuarantineSettings(Duration.ofDays(7), Duration.ofHours(1), true));
        assertThat(bench.plan.sweep().released()).containsExactly("10.0.0.5");
    }

    @Test
    void anAddressInQuarantineIsNeitherGivenNorAssigned() throws Problem {
        Prefix prefix = bench.prefix("10.0.0.0/29", PrefixState.ACTIVE);
        IpAddress address = bench.address("10.0.0.1", AddressState.RESERVED);
        bench.plan.carryOut(new Reclaim(List.of(address.id()), ""));

        assertThat(bench.plan.carryOut(TakeAddresses.next(prefix.id(), 1, Optional.empty(), "")).addresses())
                .extracting(IpAddress::address).containsExactly("10.0.0.2");
        assertThatThrownBy(() -> bench.plan.carryOut(new PlanOrder.Assign(List.of(address.id()), UUID.randomUUID(),
                ""))).isInstanceOf(Conflict.class).hasMessageContaining("in quarantine");
    }

    @Test
    void undoOfANetworkThatHasAddressesByNowIsRefused() throws Problem {
        Prefix container = bench.prefix("10.0.0.0/16", PrefixState.CONTAINER);
        PlanResult taken = take(container, 24, 1, Optional.empty());
        bench.plan.carryOut(TakeAddresses.next(taken.created().getFirst().id(), 1, Optional.empty(), ""));

        assertThatThrownBy(() -> bench.records.undo(taken.changeSet().orElseThrow().number(), ""))
                .isInstanceOf(Conflict.class).hasMessageContaining("10.0.0.1");
    }

    @Test
    void aPreviewTellsWhatWouldBeAndChangesNothing() throws Problem {
        Prefix whole = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        int before = bench.store.transactions();

        PlanResult preview = bench.plan.preview(new Split(whole.id(), 25, ""));

        assertThat(preview.changeSet()).isEmpty();
        assertThat(preview.created()).extracting(Prefix::cidr).containsExactly("10.0.0.0/25", "10.0.0.128/25");
        assertThat(bench.store.transactions()).isEqualTo(before);
        assertThat(bench.asked).isEmpty();
    }

    @Test
    void utilisationCountsEachAddressOnceAndBlocksFillTheNetwork() throws Problem {
        Prefix prefix = bench.prefix("10.0.0.0/24", PrefixState.ACTIVE);
        bench.records.save(new IpRange(UUID.randomUUID(), 0, Optional.empty(), "10.0.0.100", "10.0.0.199",
                RangeUse.DHCP, "", Map.of(), Map.of()));
        bench.address("10.0.0.100", AddressState.DHCP);
        bench.address("10.0.0.10", AddressState.RESERVED);

        assertThat(bench.plan.utilisation(prefix.id())).satisfies(usage -> {
            assertThat(usage.dhcp()).isEqualTo(100);
            assertThat(usage.reserved()).isEqualTo(1);
            assertThat(usage.free()).isEqualTo(254 - 101);
        });
        assertThat(bench.plan.blocks(prefix.id(), PageRequest.ALL).items())
                .extracting(block -> block.first() + "-" + block.last() + (block.item().isPresent() ? "" : " free"))
                .containsExactly("10.0.0.0-10.0.0.9 free", "10.0.0.10-10.0.0.10", "10.0.0.11-10.0.0.99 free",
                        "10.0.0.100-10.0.0.199", "10.0.0.100-10.0.0.100", "10.0.0.200-10.0.0.255 free");
    }
}
