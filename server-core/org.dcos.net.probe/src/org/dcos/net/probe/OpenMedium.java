package org.dcos.net.probe;

import java.net.InetAddress;

/**
 * A medium that holds a socket until it is closed.
 *
 * @param <A> the family of the addresses
 */
interface OpenMedium<A extends InetAddress> extends Medium<A>, AutoCloseable {

    @Override
    void close();
}
