package org.dcos.server.cmdb.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.FieldType;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRecordsTest {

    private Estates estate;

    @BeforeEach
    void places() throws Problem {
        estate = new Estates(2);
    }

    @Test
    void edits_that_refer_to_each_other_are_done_together_in_any_order() throws Problem {
        var device = estate.netDevice("tor-1");
        var a = Estates.port(device.id(), "eth1", PortKind.NETWORK);
        var b = Estates.port(device.id(), "eth2", PortKind.NETWORK);

        var set = estate.commit(new Edit.Put(Estates.cable(a, b)), new Edit.Put(b), new Edit.Put(a),
                new Edit.Put(device)).set();

        assertThat(set.changes()).isEqualTo(4);
        assertThat(set.title()).isEqualTo("1 network device, 2 ports, 1 cable");
        assertThat(estate.book.list(Cable.class, ItemFilter.NONE, PageRequest.ALL).total()).isEqualTo(1);
    }

    @Test
    void one_bad_edit_keeps_all_of_them_out() {
        var good = estate.server("web-1", Optional.of(estate.at(0, 1, 2)));
        var bad = estate.server("web-2", Optional.of(estate.at(0, 2, 1)));

        var refused = catchThrowableOfType(Invalid.class,
                () -> estate.commit(new Edit.Put(good), new Edit.Put(bad)));

        assertThat(refused.violations()).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo("server web-2: mounting.lowestUnit");
            assertThat(violation.message()).isEqualTo("U2 of rack A01 is taken by web-1 (U1-U2).");
        });
        assertThat(estate.records.<Long>read(view -> view.all(Server.class).count())).isZero();
    }

    @Test
    void an_end_takes_one_cable_and_power_goes_to_power_only() throws Problem {
        var device = estate.put(estate.netDevice("tor-1"));
        var one = estate.put(Estates.port(device.id(), "eth1", PortKind.NETWORK));
        var two = estate.put(Estates.port(device.id(), "eth2", PortKind.NETWORK));
        var three = estate.put(Estates.port(device.id(), "eth3", PortKind.NETWORK));
        var inlet = estate.put(Estates.port(device.id(), "psu1", PortKind.POWER_INLET));
        estate.put(Estates.cable(one, two));

        assertThatThrownBy(() -> estate.put(Estates.cable(three, one))).isInstanceOf(Invalid.class)
                .hasMessageContaining("tor-1 eth1 has a cable already");
        assertThatThrownBy(() -> estate.put(Estates.cable(three, inlet))).isInstanceOf(Invalid.class)
                .hasMessageContaining("one is a network port, the other a power inlet port");
        assertThatThrownBy(() -> estate.put(Estates.cable(three, three))).isInstanceOf(Invalid.class);
    }

    @Test
    void a_device_goes_with_its_ports_and_their_cables_and_comes_back_with_them() throws Problem {
        var device = estate.put(estate.netDevice("tor-1"));
        var other = estate.put(estate.netDevice("tor-2"));
        var a = estate.put(Estates.port(device.id(), "eth1", PortKind.NETWORK));
        var b = estate.put(Estates.port(other.id(), "eth1", PortKind.NETWORK));
        estate.put(Estates.cable(a, b));
        var before = unversioned();

        var deletion = estate.commit(new Edit.Delete(Kind.NETWORK_DEVICE, device.id(), 0)).set();

        assertThat(deletion.changes()).isEqualTo(3);
        assertThat(estate.book.list(Port.class, ItemFilter.NONE, PageRequest.ALL).items()).containsExactly(b);
        estate.book.undo(deletion.number(), "by mistake");
        assertThat(unversioned()).isEqualTo(before);
        assertThatThrownBy(() -> estate.book.undo(deletion.number(), "")).isInstanceOf(Conflict.class)
                .hasMessageContaining("taken back already");
    }

    @Test
    void what_was_changed_later_keeps_an_older_change_set_from_being_undone() throws Problem {
        var server = estate.put(estate.server("web-1", Optional.empty()));
        long created = estate.book.changeSets(Optional.of(server.id()), Optional.empty(), PageRequest.ALL).items()
                .getFirst().number();
        estate.put(server.in(LifecycleState.DISCOVERED));

        assertThatThrownBy(() -> estate.book.undo(created, "")).isInstanceOf(Conflict.class)
                .hasMessageContaining("the server web-1 was changed later by change set");
    }

    @Test
    void undo_keeps_to_the_rules_too() throws Problem {
        var server = estate.put(estate.server("web-1", Optional.of(estate.at(0, 1, 1))));
        var moved = estate.commit(new Edit.Put(server.mounted(Optional.of(estate.at(0, 2, 1))))).set();
        estate.put(estate.server("web-2", Optional.of(estate.at(0, 1, 1))));

        assertThatThrownBy(() -> estate.book.undo(moved.number(), "")).isInstanceOf(Invalid.class)
                .hasMessageContaining("taken by web-2");
    }

    @Test
    void a_conflict_tells_both_versions_and_what_differs() throws Problem {
        var server = estate.put(estate.server("web-1", Optional.empty()));
        estate.put(server.in(LifecycleState.DISCOVERED));

        assertThatThrownBy(() -> estate.put(server.mounted(Optional.of(estate.at(0, 1, 1)))))
                .isInstanceOf(Conflict.class).hasMessageContaining("version 2, yours is 1")
                .hasMessageContaining("state: recorded 'DISCOVERED', yours 'PLANNED'");
    }

    @Test
    void the_records_can_be_read_as_they_were() throws Problem {
        var server = estate.put(estate.server("web-1", Optional.of(estate.at(0, 1, 1))));
        var then = estate.now;
        estate.put(server.mounted(Optional.of(estate.at(1, 7, 1))));
        estate.put(estate.server("web-2", Optional.empty()));

        var past = new ItemFilter(Optional.empty(), Optional.of(estate.racks.get(0).id()), Map.of(), Map.of(),
                Optional.empty(), Optional.of(then));
        assertThat(estate.book.list(Server.class, past, PageRequest.ALL).items()).containsExactly(server);
        assertThat(estate.book.list(Server.class, ItemFilter.within(estate.racks.get(0).id()), PageRequest.ALL)
                .items()).isEmpty();
        assertThat(estate.book.list(Server.class, ItemFilter.within(estate.idc.id()), PageRequest.ALL).total())
                .isEqualTo(1);
    }

    @Test
    void half_units_full_depth_and_devices_beside_the_units_find_their_place() throws Problem {
        estate.put(estate.server("half", Optional.of(estate.at(0, 10, 0.5))));
        estate.put(estate.server("other-half", Optional.of(estate.at(0, 10.5, 0.5))));
        assertThatThrownBy(() -> estate.put(estate.server("third", Optional.of(estate.at(0, 10.5, 1)))))
                .isInstanceOf(Invalid.class).hasMessageContaining("other-half (U10.5)");
        var rack = estate.racks.get(0).id();
        assertThatThrownBy(() -> estate.put(estate.server("deep",
                Optional.of(new Mounting(rack, 10, 1, Face.REAR, true))))).isInstanceOf(Invalid.class);
        estate.put(estate.server("behind", Optional.of(new Mounting(rack, 10, 1, Face.REAR))));
        estate.put(estate.server("strip-1", Optional.of(new Mounting(rack, 0, 0, Face.REAR))));
        estate.put(estate.server("strip-2", Optional.of(new Mounting(rack, 0, 0, Face.REAR))));
    }

    @Test
    void kept_units_are_for_whom_they_are_kept() throws Problem {
        estate.put(new RackReservation(UUID.randomUUID(), 0, estate.racks.get(0).id(), 20, 4, "payments", "Q1 growth",
                Optional.empty(), Map.of(), Map.of()));

        assertThatThrownBy(() -> estate.put(estate.server("web-1", Optional.of(estate.at(0, 23, 1)))))
                .isInstanceOf(Invalid.class).hasMessageContaining("kept for payments (Q1 growth)");
    }

    @Test
    void what_is_retired_stands_nowhere_and_needs_a_reason() throws Problem {
        var server = estate.put(estate.server("web-1", Optional.of(estate.at(0, 1, 1))));

        assertThatThrownBy(() -> estate.put(server.in(LifecycleState.RETIRED))).isInstanceOf(Invalid.class)
                .hasMessageContaining("still racked");
        assertThatThrownBy(() -> estate.book
                .save(server.mounted(Optional.empty()).in(LifecycleState.RETIRED))).isInstanceOf(Invalid.class)
                        .hasMessageContaining("Give a reason");
        var retired = estate.put(server.mounted(Optional.empty()).in(LifecycleState.RETIRED));
        assertThat(retired.live()).isFalse();
        estate.put(new Server(UUID.randomUUID(), 0, "web-1", "SN-web-1", Optional.empty(), "", "", "",
                Optional.empty(), LifecycleState.PLANNED)); // its name and serial number are free again
    }

    @Test
    void addresses_are_one_text_each_and_given_once() throws Problem {
        estate.put(prefix("2001:DB8::/64", PrefixState.ACTIVE));
        estate.put(prefix("10.0.0.0/24", PrefixState.ACTIVE));
        estate.put(new IpRange(UUID.randomUUID(), 0, Optional.empty(), "10.0.0.100", "10.0.0.199", RangeUse.DHCP, "",
                Map.of(), Map.of()));
        var address = estate.put(address("2001:db8:0:0::1"));

        assertThat(address.address()).isEqualTo("2001:db8::1");
        assertThatThrownBy(() -> estate.put(address("2001:DB8::0001"))).isInstanceOf(Invalid.class)
                .hasMessageContaining("recorded already");
        assertThatThrownBy(() -> estate.put(address("10.0.0.255"))).isInstanceOf(Invalid.class)
                .hasMessageContaining("broadcast address of 10.0.0.0/24");
        assertThatThrownBy(() -> estate.put(address("10.0.0.150"))).isInstanceOf(Invalid.class)
                .hasMessageContaining("DHCP range");
        assertThatThrownBy(() -> estate.put(prefix("10.0.0.1/24", PrefixState.ACTIVE))).isInstanceOf(Invalid.class)
                .hasMessageContaining("10.0.0.0/24");
        assertThatThrownBy(() -> estate.put(address("10.0.0.300"))).isInstanceOf(Invalid.class);
    }

    @Test
    void fields_of_ones_own_are_typed_and_defined_first() throws Problem {
        var server = estate.put(estate.server("web-1", Optional.empty()));
        assertThatThrownBy(() -> estate.put(with(server, "warranty", "2027-01-01"))).isInstanceOf(Invalid.class)
                .hasMessageContaining("Define it first");
        estate.put(new FieldDefinition(UUID.randomUUID(), 0, "servers", "warranty", "Warranty until", FieldType.DATE,
                false, List.of(), "", Map.of(), Map.of()));

        assertThat(estate.put(with(server, "warranty", "2027-01-01")).fields()).containsEntry("warranty",
                "2027-01-01");
        var again = estate.book.item(Server.class, server.id());
        assertThatThrownBy(() -> estate.put(with(again, "warranty", "soon"))).isInstanceOf(Invalid.class)
                .hasMessageContaining("no date");
    }

    @Test
    void an_empty_order_and_an_unknown_field_are_refused_in_words() {
        assertThatThrownBy(() -> estate.book.commit(new ChangeOrder("", "", List.of()))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> estate.book.list(Kind.SERVER, ItemFilter.field("colour", "red"), PageRequest.ALL))
                .isInstanceOf(Invalid.class).hasMessageContaining("has no field colour");
    }

    private static Server with(Server server, String field, String value) {
        return new Server(server.id(), server.version(), server.name(), server.serial(), server.assetTag(),
                server.manufacturer(), server.model(), server.owner(), server.mounting(), server.state(),
                server.deviceType(), server.business(), server.bay(), server.labels(), Map.of(field, value));
    }

    private static Prefix prefix(String cidr, PrefixState state) {
        return new Prefix(UUID.randomUUID(), 0, Optional.empty(), cidr, state, "", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), "", Map.of(), Map.of());
    }

    private static IpAddress address(String text) {
        return new IpAddress(UUID.randomUUID(), 0, Optional.empty(), text, AddressState.ASSIGNED, Optional.empty(), "",
                "", Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    private List<Item> unversioned() {
        return Unversioned.of(estate.store.items());
    }

    @Test
    void a_kind_of_ones_own_goes_or_is_named_otherwise_with_its_fields_only() throws Problem {
        var kind = estate.put(new CustomKind(UUID.randomUUID(), 0, "spares", "Spares", "", Map.of(), Map.of()));
        var field = estate.put(new FieldDefinition(UUID.randomUUID(), 0, "spares", "size", "Size", FieldType.TEXT,
                false, List.of(), "", Map.of(), Map.of()));
        var renamed = new Edit.Put(Items.with(kind, Map.of("name", "parts")));

        assertThatThrownBy(() -> estate.commit(renamed)).isInstanceOf(Conflict.class)
                .hasMessageContaining("Fields are defined for the kind spares: size.");
        assertThatThrownBy(() -> estate.commit(new Edit.Delete(Kind.CUSTOM_KIND, kind.id(), 0)))
                .isInstanceOf(Conflict.class);

        estate.commit(renamed, new Edit.Put(Items.with(field, Map.of("of", "parts"))));
        assertThat(estate.book.item(FieldDefinition.class, field.id()).of()).isEqualTo("parts");
    }
}
