package org.dcos.server.store.cmdb;

import java.util.UUID;

/** A row that is the kept form of a record. Fields change only in here, where static weaving sees it. */
interface Kept<R extends Record> {

    UUID id();

    long version();

    /** Takes over all of the record but id and version. */
    void take(R value);

    R toRecord();
}
