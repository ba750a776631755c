package org.dcos.net.dhcp.lease;

/** Is told of every lease, right after it is on disk. Must return quickly: the next lease waits for it. */
@FunctionalInterface
public interface LeaseListener {
    void changed(LeaseEvent event);
}
