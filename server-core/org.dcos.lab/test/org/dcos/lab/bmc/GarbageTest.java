package org.dcos.lab.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.lab.bmc.Simulated.PASSWORD;
import static org.dcos.lab.bmc.Simulated.USER;
import static org.dcos.net.ipmi.wire.CipherSuite.SUITE_3;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dcos.net.ipmi.wire.Algorithms;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.Presence;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp3;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;
import org.dcos.net.ipmi.wire.SessionlessPacket;
import org.junit.jupiter.api.Test;

/** Seeded noise in every shape; a simulator that throws fails the test by it. */
class GarbageTest {

    private static final int ROUNDS = 60_000;

    private final Random random = new Random(20_261_123);
    private final Simulated simulated = new Simulated();

    @Test
    void random_bytes_never_break_it() throws MalformedIpmiMessage {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            simulated.bmc().answer(noise);
        }

        assertStillWell();
    }

    @Test
    void changed_and_cut_datagrams_never_break_it() throws MalformedIpmiMessage {
        List<byte[]> valid = validDatagrams();

        for (int i = 0; i < ROUNDS; i++) {
            byte[] changed = valid.get(random.nextInt(valid.size())).clone();
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            simulated.bmc().answer(random.nextBoolean() ? changed
                    : Arrays.copyOf(changed, random.nextInt(changed.length + 8)));
        }

        assertStillWell();
    }

    @Test
    void any_command_with_any_data_in_a_session_gets_an_answer() throws MalformedIpmiMessage {
        var victim = new Simulated();
        TestConsole console = loggedIn(victim);

        for (int netFn = 0; netFn < 0x40; netFn += 2) {
            for (int command = 0; command <= 0xFF; command++) {
                for (int round = 0; round < 6; round++) {
                    int[] data = random.ints(random.nextInt(20), 0, round % 2 == 0 ? 0x100 : 0x08).toArray();
                    assertThat(console.send(netFn, command, data)).isPresent();
                    if (victim.bmc().activeSessions() == 0) { // closed by the noise, or the controller restarted
                        victim = new Simulated();
                        console = loggedIn(victim);
                    }
                }
            }
        }
    }

    private static TestConsole loggedIn(Simulated simulated) throws MalformedIpmiMessage {
        var console = new TestConsole(simulated.bmc(), SUITE_3);
        assertThat(console.logIn(USER, PASSWORD, ADMINISTRATOR)).isEqualTo(RakpStatus.NO_ERRORS);
        return console;
    }

    private void assertStillWell() throws MalformedIpmiMessage {
        simulated.passSeconds(120);
        loggedIn(simulated);
    }

    private List<byte[]> validDatagrams() throws MalformedIpmiMessage {
        TestConsole console = loggedIn(simulated);
        var valid = new ArrayList<byte[]>();
        valid.add(new Presence.Ping(7).encode());
        valid.add(new SessionlessPacket(IpmiLanMessage.request(6, 0, 1, 0x38, Reply.of(0x8E, 4)).encode()).encode());
        valid.add(outside(PayloadType.OPEN_SESSION_REQUEST,
                new OpenSessionRequest(0, 4, 99, new Algorithms(1, 1, 1)).encode()));
        valid.add(outside(PayloadType.RAKP_1, new Rakp1(0, console.bmcSession(), new byte[16], 0x14,
                Reply.of('a', 'd', 'm', 'i', 'n')).encode()));
        valid.add(outside(PayloadType.RAKP_3, new Rakp3(0, 0, console.bmcSession(), new byte[20]).encode()));
        valid.add(console.packet(0x06, 0x01));
        return valid;
    }

    private static byte[] outside(PayloadType type, byte[] payload) {
        return SessionPacket.outsideSession(type, payload).encode(SessionKeys.NONE);
    }
}
