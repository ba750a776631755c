package org.dcos.domain.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Random values against arithmetic on {@link BigInteger}, and against the address parser of the JDK. */
class AddressPropertiesTest {

    private static final int ROUNDS = 5_000;
    private static final String ALPHABET = "0123456789abcdefABCDEF::::....//-%[] xX+１\u0000é";

    private final Random random = new Random(5952);

    @Test
    void what_is_written_is_read_as_the_same() {
        for (int i = 0; i < ROUNDS; i++) {
            Address address = address();
            Cidr network = Cidr.around(address, random.nextInt(address.family().bits() + 1));
            AddressRange range = range(address, address());

            assertThat(Address.parse(address.toString())).isEqualTo(address);
            assertThat(Address.ofBytes(address.bytes())).isEqualTo(address);
            assertThat(Cidr.parse(network.toString())).isEqualTo(network);
            assertThat(AddressRange.parse(range.toString())).isEqualTo(range);
        }
    }

    @Test
    void the_jdk_reads_what_we_write_as_the_same_bytes() {
        for (int i = 0; i < ROUNDS; i++) {
            Address address = address();

            assertThat(jdkBytes(InetAddress.ofLiteral(address.toString()), address)).isEqualTo(address.bytes());
        }
    }

    @Test
    void random_text_is_an_address_or_refused_with_a_sentence() {
        int read = 0;
        for (int i = 0; i < ROUNDS * 10; i++) {
            String text = i % 2 == 0 ? noise() : damaged(address().toString());
            try {
                Address address = Address.parse(text);
                read++;
                assertThat(Address.parse(address.toString())).isEqualTo(address);
                assertThat(jdkBytes(InetAddress.ofLiteral(text), address)).as(text).isEqualTo(address.bytes());
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).endsWith(".").hasSizeLessThan(300);
            }
        }
        assertThat(read).as("texts that are addresses").isGreaterThan(ROUNDS);
    }

    @Test
    void random_text_is_a_network_or_refused_with_a_sentence() {
        int read = 0;
        for (int i = 0; i < ROUNDS * 10; i++) {
            Address address = address();
            Cidr network = Cidr.around(address, random.nextInt(address.family().bits() + 1));
            String text = i % 2 == 0 ? noise() : damaged(network.toString());
            try {
                Cidr found = Cidr.parse(text);
                read++;
                assertThat(Cidr.parse(found.toString())).isEqualTo(found);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).endsWith(".").hasSizeLessThan(300);
            }
            try {
                AddressRange.parse(text.replace('/', '-'));
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).endsWith(".");
            }
        }
        assertThat(read).as("texts that are networks").isGreaterThan(ROUNDS / 2);
    }

    @Test
    void steps_distances_and_order_are_those_of_the_numbers() {
        for (int i = 0; i < ROUNDS; i++) {
            Address address = address();
            Address other = near(address);
            BigInteger difference = other.toBigInteger().subtract(address.toBigInteger());

            assertThat(Integer.signum(address.compareTo(other))).isEqualTo(-difference.signum());
            assertThat(address.distanceTo(other)).isEqualTo(capped(difference));
            if (difference.bitLength() < Long.SIZE) {
                assertThat(address.plus(difference.longValueExact())).isEqualTo(other);
            }
            long steps = random.nextLong() >> random.nextInt(64);
            BigInteger goal = address.toBigInteger().add(BigInteger.valueOf(steps));
            boolean inside = goal.signum() >= 0 && goal.bitLength() <= address.family().bits();
            try {
                assertThat(address.plus(steps).toBigInteger()).isEqualTo(goal);
                assertThat(inside).isTrue();
            } catch (IllegalArgumentException outside) {
                assertThat(inside).as(outside.getMessage()).isFalse();
            }
        }
    }

    @Test
    void parts_of_a_network_are_where_the_numbers_say() {
        for (int i = 0; i < ROUNDS; i++) {
            Address address = address();
            int bits = address.family().bits();
            Cidr network = Cidr.around(address, random.nextInt(bits + 1));
            int partLength = network.length() + random.nextInt(network.hostBits() + 1);
            long index = random.nextLong(network.partCount(partLength));
            Cidr part = network.part(partLength, index);

            assertThat(part.network().toBigInteger()).isEqualTo(
                    network.network().toBigInteger().add(BigInteger.valueOf(index).shiftLeft(bits - partLength)));
            assertThat(network.contains(part)).isTrue();
            assertThat(part.parent(network.length())).isEqualTo(network);
            assertThat(network.range().size()).isEqualTo(network.size());
            assertThat(BigInteger.valueOf(network.sizeCapped())).isEqualTo(network.size().min(greatest()));
            assertThat(network.contains(address)).isTrue();
            part.sibling().ifPresent(sibling -> {
                assertThat(part.isSiblingOf(sibling) && sibling.isSiblingOf(part)).isTrue();
                assertThat(Cidr.aggregate(List.of(part, sibling))).containsExactly(part.parent(partLength - 1));
            });
        }
    }

    @Test
    void the_networks_of_a_range_are_the_range_and_cannot_be_fewer() {
        for (int i = 0; i < ROUNDS / 4; i++) {
            Address address = address();
            AddressRange range = range(address, near(address));
            List<Cidr> networks = range.networks();

            assertThat(networks.getFirst().first()).isEqualTo(range.first());
            assertThat(networks.getLast().last()).isEqualTo(range.last());
            for (int n = 1; n < networks.size(); n++) {
                assertThat(networks.get(n - 1).last().next()).isEqualTo(networks.get(n).first());
            }
            assertThat(Cidr.aggregate(networks)).isEqualTo(networks);
            assertThat(networks.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add))
                    .isEqualTo(range.size());
            assertThat(networks.size()).isLessThanOrEqualTo(2 * address.family().bits());
        }
    }

    @Test
    void aggregation_keeps_every_address_and_leaves_no_siblings() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            var networks = new ArrayList<Cidr>();
            var taken = new boolean[256];
            for (int n = random.nextInt(40); n > 0; n--) {
                Cidr network = Cidr.around(Address.parse("10.0.0.0").plus(random.nextInt(256)),
                        26 + random.nextInt(7));
                networks.add(network);
                for (int a = 0; a < network.sizeCapped(); a++) {
                    taken[(int) network.network().low() % 256 + a] = true;
                }
            }

            List<Cidr> fewest = Cidr.aggregate(networks);

            for (int a = 0; a < 256; a++) {
                Address address = Address.parse("10.0.0.0").plus(a);
                assertThat(fewest.stream().filter(network -> network.contains(address)).count())
                        .isEqualTo(taken[a] ? 1 : 0);
            }
            for (Cidr network : fewest) {
                assertThat(fewest).doesNotContain(network.sibling().orElseThrow());
            }
        }
    }

    private static byte[] jdkBytes(InetAddress address, Address ours) {
        if (address instanceof Inet6Address || ours.family() == IpFamily.IPV4) {
            return address.getAddress();
        }
        var mapped = new byte[16]; // the JDK makes an IPv4 address of an IPv4-mapped one
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(address.getAddress(), 0, mapped, 12, 4);
        return mapped;
    }

    /** Of both families; with zeros and ones in whole groups, so that runs and carries are met. */
    private Address address() {
        var bytes = new byte[random.nextInt(3) == 0 ? 4 : 16];
        int kind = random.nextInt(4);
        for (int i = 0; i < bytes.length; i++) {
            if (kind == 0 || random.nextInt(3) == 0) {
                bytes[i] = (byte) (random.nextInt(4) == 0 ? 0xFF : random.nextInt(256));
            }
        }
        if (bytes.length == 16 && random.nextInt(16) == 0) {
            Arrays.fill(bytes, 0, 10, (byte) 0);
            bytes[10] = -1;
            bytes[11] = -1;
        }
        return Address.ofBytes(bytes);
    }

    /** Another address of the family, as often close as far away. */
    private Address near(Address address) {
        int differing = random.nextInt(address.family().bits() + 1);
        BigInteger number = address.toBigInteger().xor(new BigInteger(differing, random));
        byte[] bytes = number.toByteArray();
        var padded = new byte[address.family().bits() / 8];
        for (int i = 1; i <= Math.min(bytes.length, padded.length); i++) {
            padded[padded.length - i] = bytes[bytes.length - i];
        }
        return Address.ofBytes(padded);
    }

    private AddressRange range(Address a, Address b) {
        Address other = a.family() == b.family() ? b : near(a);
        return a.compareTo(other) <= 0 ? new AddressRange(a, other) : new AddressRange(other, a);
    }

    private String noise() {
        var text = new StringBuilder();
        for (int n = random.nextInt(24); n > 0; n--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private String damaged(String text) {
        var damaged = new StringBuilder(text);
        for (int n = random.nextInt(3); n > 0 && !damaged.isEmpty(); n--) {
            int at = random.nextInt(damaged.length());
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, c);
                case 1 -> damaged.insert(at, c);
                default -> damaged.deleteCharAt(at);
            }
        }
        return damaged.toString();
    }

    private static long capped(BigInteger difference) {
        return difference.max(BigInteger.valueOf(Long.MIN_VALUE)).min(greatest()).longValueExact();
    }

    private static BigInteger greatest() {
        return BigInteger.valueOf(Long.MAX_VALUE);
    }
}
