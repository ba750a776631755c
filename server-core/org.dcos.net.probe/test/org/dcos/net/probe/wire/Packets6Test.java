package org.dcos.net.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet6Address;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Packets6Test {

    private static final String TARGET = "20010db8000000000000000000000007";
    private static final MacAddress OWN = new MacAddress(0x0242_AC11_0002L);

    @Test
    void theSolicitedNodeAddressIsThatOfTheExampleInRfc4291() {
        assertThat(Ipv6.solicitedNode(address("4037::1:800:200e:8c6c"))).isEqualTo(address("ff02::1:ff0e:8c6c"));
    }

    @Test
    void aNeighbourSolicitationIsWhatRfc4861Section43Shows() {
        assertThat(new Icmp6Message.NeighbourSolicitation(address("2001:db8::7"), OWN).encode())
                .isEqualTo(hex("87000000" + "00000000" + TARGET + "0101" + "0242ac110002"));
    }

    @Test
    void aNeighbourAdvertisementTellsAddressAndHardware() throws Exception {
        assertThat(decode("88001234" + "60000000" + TARGET + "0e01000000000000" + "02010242ac110002"))
                .isEqualTo(new Icmp6Message.NeighbourAdvertisement(address("2001:db8::7"), Optional.of(OWN)));
        assertThat(decode("88001234" + "60000000" + TARGET))
                .isEqualTo(new Icmp6Message.NeighbourAdvertisement(address("2001:db8::7"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8801123460000000" + TARGET, "8800123460000000" + "20010db8",
        "8800123460000000" + "ff020000000000000000000000000001", "8800123460000000" + TARGET + "0200000000000000",
        "8800123460000000" + TARGET + "02020242ac110002", "8800123460000000" + TARGET + "02", "88001234"})
    void whatRfc4861Section71DropsIsRefused(String message) {
        assertThatExceptionOfType(MalformedPacket.class).isThrownBy(() -> decode(message));
    }

    @Test
    void anEchoComesBackAsItWasSent() throws Exception {
        var echo = new Icmp6Message.Echo(true, 0x1234, 7, hex("0102030405060708"));

        assertThat(HexFormat.of().formatHex(echo.encode())).isEqualTo("8100000012340007" + "0102030405060708");
        assertThat(decode("8100abcd12340007" + "0102030405060708")).isInstanceOfSatisfying(Icmp6Message.Echo.class,
                it -> assertThat(it.encode()).isEqualTo(echo.encode()));
    }

    @Test
    void anErrorTellsWhichEchoRequestItIsAbout() throws Exception {
        String header = "6000000000103a40" + "20010db8000000000000000000000001" + TARGET;

        assertThat(decode("0101000000000000" + header + "8000000012340007")).isEqualTo(
                new Icmp6Message.Undelivered(1, 1, address("2001:db8::7"), 0x1234, 7));
        assertThat(decode("0104000000000000" + header.replace("3a40", "1140") + "8000000012340007"))
                .isEqualTo(new Icmp6Message.Other(1, 4));
    }

    private static Icmp6Message decode(String message) throws MalformedPacket {
        byte[] octets = hex(message);
        return Icmp6Message.decode(octets, 0, octets.length);
    }

    private static Inet6Address address(String text) {
        return (Inet6Address) Inet6Address.ofLiteral(text);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
