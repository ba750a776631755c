package org.dcos.net.ipmi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dcos.net.ipmi.lan.CipherPrivileges;
import org.dcos.net.ipmi.lan.Ipv4;
import org.dcos.net.ipmi.lan.LanSettings;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.Test;

class AlertRecordsTest {

    @Test
    void a_destination_is_that_of_the_specification() throws Exception {
        var destination = LanDestination.trap(1, Ipv4.of("10.1.2.3"));

        assertThat(destination.type()).containsExactly(1, 0, 3, 3);
        assertThat(destination.whereTo()).containsExactly(1, 0, 0, 10, 1, 2, 3, 0, 0, 0, 0, 0, 0);
        assertThat(LanDestination.decode(destination.type(), destination.whereTo())).isEqualTo(destination);
    }

    @Test
    void a_policy_is_that_of_the_specification() throws Exception {
        var policy = AlertPolicy.always(2, 1, 8, 3);

        assertThat(policy.encode()).containsExactly(0x02, 0x18, 0x83, 0x00);
        assertThat(AlertPolicy.decode(policy.encode())).isEqualTo(policy);
    }

    @Test
    void a_filter_for_everything_asks_nothing_of_an_event() throws Exception {
        var filter = EventFilter.everything(4, 1);

        assertThat(filter.encode()).startsWith(0x04, 0x80, 0x01, 0x01, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)
                .hasSize(21);
        assertThat(EventFilter.decode(filter.encode()).matchesEverything()).isTrue();
        assertThat(filter.alerts(1)).isTrue();
        assertThat(filter.alerts(2)).isFalse();
    }

    @Test
    void cipher_suite_0_is_shut_without_touching_the_others() throws Exception {
        var open = CipherPrivileges.decode(new byte[] {3}, new byte[] {0, 0, 3, 17},
                new byte[] {0, 0x44, 0x04, 0, 0, 0, 0, 0, 0});

        assertThat(open.suites()).isEqualTo(List.of(0, 3, 17));
        assertThat(open.isOn(0)).isTrue();
        var shut = open.without(0);
        assertThat(shut.isOn(0)).isFalse();
        assertThat(shut.limit(17)).contains(PrivilegeLevel.ADMINISTRATOR);
        assertThat(shut.encode()).containsExactly(0, 0x40, 0x04, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void a_vlan_is_that_of_the_specification() {
        assertThat(LanSettings.vlan(4094)).containsExactly(0xFE, 0x8F);
        assertThat(LanSettings.vlan(new byte[] {(byte) 0xFE, (byte) 0x8F})).contains(4094);
        assertThat(LanSettings.vlan(new byte[] {0x0A, 0x00})).isEmpty();
    }

    @Test
    void an_address_is_read_and_written() {
        assertThat(Ipv4.of("192.168.0.254")).hasToString("192.168.0.254");
        assertThat(Ipv4.mask(22)).hasToString("255.255.252.0");
        assertThat(Ipv4.mask(0)).isEqualTo(Ipv4.NONE);
    }
}
