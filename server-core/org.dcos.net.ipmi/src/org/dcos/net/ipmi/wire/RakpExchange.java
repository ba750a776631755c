package org.dcos.net.ipmi.wire;

import org.dcos.net.ipmi.wire.CipherSuite.Authentication;

/**
 * Everything that both ends know after RAKP message 2, and from which, with the password, all keys follow (names of the
 * symbols in IPMI v2.0 r1.1 §13.31: SIDM, SIDC, RM, RC, GUIDC, RoleM, ULengthM, UNameM).
 *
 * @param role     role byte of RAKP message 1 as it was on the wire
 * @param userName 0 to 16 bytes as they were on the wire
 */
public record RakpExchange(Authentication algorithm, int consoleSessionId, int bmcSessionId, byte[] consoleRandom,
        byte[] bmcRandom, byte[] bmcGuid, int role, byte[] userName) {

    public RakpExchange {
        Bytes.requireLength("consoleRandom", consoleRandom, Rakp1.RANDOM_LENGTH);
        Bytes.requireLength("bmcRandom", bmcRandom, Rakp1.RANDOM_LENGTH);
        Bytes.requireLength("bmcGuid", bmcGuid, Rakp2.GUID_LENGTH);
        Bytes.requireBits("role", role, 8);
        if (userName.length > Rakp1.LONGEST_NAME) {
            throw new IllegalArgumentException("user name of %d bytes, most is 16".formatted(userName.length));
        }
        consoleRandom = consoleRandom.clone();
        bmcRandom = bmcRandom.clone();
        bmcGuid = bmcGuid.clone();
        userName = userName.clone();
    }

    @Override
    public byte[] consoleRandom() {
        return consoleRandom.clone();
    }

    @Override
    public byte[] bmcRandom() {
        return bmcRandom.clone();
    }

    @Override
    public byte[] bmcGuid() {
        return bmcGuid.clone();
    }

    @Override
    public byte[] userName() {
        return userName.clone();
    }
}
