package org.dcos.net.dhcp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages to octets and back. */
class MessageTest {

    private static final int OPTIONS = 240;

    private static final HardwareAddress CLIENT = HardwareAddress.ethernet("02:dc:05:00:00:01");

    private static Message discover(String file, DhcpOption... options) {
        return new Message(Message.Op.REQUEST, CLIENT, 1, 0xCAFEBABE, 7, Message.BROADCAST, Ipv4.address("10.0.0.9"),
                Ipv4.address("10.0.0.10"), Ipv4.address("10.0.0.11"), Ipv4.address("10.0.0.12"), "", file,
                Options.of(options));
    }

    private static Message again(byte[] octets) throws MalformedMessage {
        return Message.decode(octets, octets.length);
    }

    private static DhcpOption opaque(int code, int length) {
        return new DhcpOption.Opaque(code, new Octets(new byte[length]));
    }

    @Test
    void every_field_and_every_known_option_comes_back_as_it_was() throws Exception {
        var address = Ipv4.address("10.1.2.3");
        var message = new Message(Message.Op.REPLY, CLIENT, 3, 1, 0xFFFF, 0x8001, address, address, address, address,
                "server", "pxelinux.0",
                Options.of(new LeaseOption.Kind(MessageType.OFFER), new NetworkOption.SubnetMask(address),
                        new NetworkOption.Routers(List.of(address, Ipv4.NONE)),
                        new NetworkOption.NameServers(List.of(address)), new NetworkOption.HostName("web-01"),
                        new NetworkOption.DomainName("rack.example"), new NetworkOption.BroadcastAddress(address),
                        new NetworkOption.TimeServers(List.of(address)),
                        new NetworkOption.ClasslessRoutes(List.of(
                                new ClasslessRoute(Ipv4.NONE, 0, address),
                                new ClasslessRoute(Ipv4.address("10.17.0.0"), 16, Ipv4.NONE),
                                new ClasslessRoute(address, 32, address))),
                        new LeaseOption.RequestedAddress(address), new LeaseOption.LeaseTime(LeaseOption.INFINITE),
                        new LeaseOption.ServerIdentifier(address),
                        new LeaseOption.ParameterRequest(Octets.of(1, 3, 121)), new LeaseOption.ErrorText("no"),
                        new LeaseOption.MaximumSize(1500), new LeaseOption.RenewalTime(1800),
                        new LeaseOption.RebindingTime(3150), new LeaseOption.ClientIdentifier(Octets.of(1, 2, 3)),
                        new LeaseOption.LastTransaction(5), new LeaseOption.AssociatedAddresses(List.of(address)),
                        new BootOption.VendorClass("PXEClient:Arch:00007"), new BootOption.TftpServerName("boot"),
                        new BootOption.BootFile("a.efi"), new BootOption.UserClass(Octets.of("iPXE")),
                        new BootOption.ClientArchitecture(List.of(7, 16)),
                        new BootOption.ClientMachine(new Octets(new byte[17])), opaque(43, 0), opaque(250, 200),
                        new LeaseOption.RelayAgent(new RelayInformation(List.of(
                                new RelayInformation.SubOption(1, Octets.of("ge-0/0/7")),
                                new RelayInformation.SubOption(151, Octets.NONE))))));

        assertThat(again(message.encode())).isEqualTo(message);
    }

    @Test
    void an_option_longer_than_255_octets_is_sent_in_parts_and_put_together() throws Exception {
        var message = discover("", opaque(224, 700), new NetworkOption.HostName("x"));

        byte[] octets = message.encode();

        assertThat(again(octets)).isEqualTo(message);
        assertThat(octets).hasSize(OPTIONS + 700 + 3 * 2 + 3 + 1);
    }

    @Test
    void what_does_not_fit_the_options_goes_into_file_and_name() throws Exception {
        var message = discover("", opaque(224, 200), opaque(225, 90), opaque(226, 50), new NetworkOption.HostName("x"));

        byte[] octets = message.encode(500);

        assertThat(octets.length).isLessThanOrEqualTo(500);
        assertThat(again(octets).options().all()).containsExactlyInAnyOrderElementsOf(message.options().all());
    }

    @Test
    void a_boot_file_keeps_its_field_and_the_last_options_are_left_out() throws Exception {
        var relay = new LeaseOption.RelayAgent(new RelayInformation(List.of(new RelayInformation.SubOption(1,
                Octets.of("ge-0/0/7")))));
        var message = discover("a.efi", new LeaseOption.Kind(MessageType.OFFER), relay, opaque(224, 200),
                opaque(225, 90), opaque(226, 90));

        var decoded = again(message.encode(470));

        assertThat(decoded.bootFile()).isEqualTo("a.efi");
        assertThat(decoded.options().all()).containsExactly(new LeaseOption.Kind(MessageType.OFFER),
                opaque(224, 200), relay);
    }

    @Test
    void a_relays_option_that_can_not_fit_is_left_out_rather_than_the_message_too_long() throws Exception {
        var relay = new LeaseOption.RelayAgent(new RelayInformation(List.of(
                new RelayInformation.SubOption(1, new Octets(new byte[200])),
                new RelayInformation.SubOption(2, new Octets(new byte[200])))));
        var message = discover("", relay, opaque(224, 100));

        byte[] octets = message.encode(Message.EVERY_CLIENT_TAKES);

        assertThat(octets.length).isLessThanOrEqualTo(Message.EVERY_CLIENT_TAKES);
        assertThat(again(octets).options().all()).containsExactly(opaque(224, 100));
        assertThat(again(message.encode()).options().all()).contains(relay);
    }

    @Test
    void the_relays_option_is_the_last() throws Exception {
        var relay = new LeaseOption.RelayAgent(new RelayInformation(List.of(new RelayInformation.SubOption(2,
                Octets.of("r1")))));

        var decoded = again(discover("", relay, new NetworkOption.HostName("x")).encode());

        assertThat(decoded.options().all()).last().isEqualTo(relay);
    }

    @Test
    void parts_in_all_three_fields_are_one_option_in_their_order() throws Exception {
        byte[] octets = discover("", opaque(43, 1)).encode();
        put(octets, OPTIONS, 52, 1, 3, 43, 2, 1, 2, 255);
        put(octets, 108, 43, 1, 3, 0, 0, 255);
        put(octets, 44, 43, 1, 4, 255);

        var decoded = again(octets);

        assertThat(decoded.options()).isEqualTo(Options.of(new DhcpOption.Opaque(43, Octets.of(1, 2, 3, 4))));
        assertThat(decoded.bootFile() + decoded.serverName()).isEmpty();
    }

    private static void put(byte[] octets, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            octets[at + i] = (byte) values[i];
        }
    }

    @Test
    void an_option_of_a_length_that_is_not_the_rfcs_is_kept_as_octets() throws Exception {
        for (int code : new int[] {1, 3, 50, 51, 53, 54, 57, 58, 59, 82, 91, 92, 93, 97, 121}) {
            assertThat(again(discover("", opaque(code, 3)).encode()).options().all())
                    .as("option %d of 3 octets", code).containsExactly(opaque(code, 3));
        }
    }

    @Test
    void zeros_at_the_end_of_a_text_are_not_part_of_it() throws Exception {
        var sent = discover("", new DhcpOption.Opaque(67, Octets.of('a', 0, 0)));

        assertThat(again(sent.encode()).options()).isEqualTo(Options.of(new BootOption.BootFile("a")));
    }

    @Test
    void a_message_cut_anywhere_is_refused_or_is_whole() {
        byte[] octets = discover("", new LeaseOption.Kind(MessageType.DISCOVER), opaque(224, 255)).encode();
        for (int length = 0; length < octets.length; length++) {
            try {
                assertThat(Message.decode(octets, length).options().all().size()).isLessThanOrEqualTo(2);
            } catch (MalformedMessage e) {
                assertThat(e).hasMessageStartingWith("DHCP message");
            }
        }
    }

    @Test
    void what_is_no_dhcp_is_refused_with_the_reason() {
        byte[] sound = discover("").encode();
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> again(with(sound, 0, 3)))
                .withMessage("DHCP message of operation 3, 1 or 2 are known");
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> again(with(sound, 2, 17)))
                .withMessage("DHCP message with a hardware address of 17 octets, 16 at most");
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> again(with(sound, 236, 0)))
                .withMessage("BOOTP message without the DHCP cookie 63825363");
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> again(Arrays.copyOf(sound, 239)))
                .withMessage("DHCP message of 239 octets, need at least 240");
    }

    private static byte[] with(byte[] octets, int at, int value) {
        byte[] changed = octets.clone();
        changed[at] = (byte) value;
        return changed;
    }

    @Test
    void a_name_that_fills_its_field_is_cut_where_its_zero_should_be() throws Exception {
        byte[] octets = discover("").encode();
        Arrays.fill(octets, 44, 108 + 128, (byte) 'x');

        assertThat(again(octets).serverName()).hasSize(63);
        assertThat(again(octets).bootFile()).hasSize(127);
    }

    @Test
    void user_classes_are_a_list_or_a_bare_name() {
        assertThat(new BootOption.UserClass(Octets.of("iPXE")).names()).containsExactly("iPXE");
        assertThat(new BootOption.UserClass(Octets.of(2, 'a', 'b', 1, 'c')).names()).containsExactly("ab", "c");
        assertThat(new BootOption.UserClass(Octets.of(2, 'a')).names()).containsExactly("\u0002a");
        assertThat(new BootOption.UserClass(Octets.of(1, 'a', 0)).names()).containsExactly("\u0001a");
    }

    @Test
    void many_options_fill_a_message_to_its_limit_and_not_beyond() throws Exception {
        var many = new ArrayList<DhcpOption>();
        IntStream.range(128, 250).forEach(code -> many.add(opaque(code, code % 40)));
        var message = discover("", many.toArray(DhcpOption[]::new));
        for (int longest = 300; longest < 1500; longest += 7) {
            byte[] octets = message.encode(longest);
            assertThat(octets.length).isLessThanOrEqualTo(longest);
            assertThat(many).containsAll(again(octets).options().all());
            assertThat(ByteBuffer.wrap(octets).getInt(4)).isEqualTo(0xCAFEBABE);
        }
    }
}
