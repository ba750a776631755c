package org.dcos.domain.bmc;

import java.util.List;

/** Remembers by what each BMC is spoken with, one answer for each address and port. */
public interface BmcProtocolStore {

    List<BmcProtocol> protocols();

    /** In place of what was known. On disk when this returns. */
    void keep(BmcProtocol protocol);

    /** Harmless when there is none. */
    void forget(String address, int port);
}
