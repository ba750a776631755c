package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.dcos.net.ipmi.wire.CipherSuite;

/** What a login needs to know and to draw. */
interface LoginSource {

    /** The cipher suite of the last login at this address that succeeded. */
    Optional<CipherSuite> provenSuite(InetSocketAddress address);

    /** For jitter and session IDs, which need no secrecy. */
    RandomGenerator random();

    /** 16 unpredictable bytes (IPMI v2.0 r1.1 §13.20: the random number of RAKP message 1). */
    byte[] nonce();
}
