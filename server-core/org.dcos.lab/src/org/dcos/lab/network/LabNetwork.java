package org.dcos.lab.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of all controllers: one datagram channel per address, served by a few threads. Opened in two steps, so
 * that another port can be tried when the first cannot be had.
 */
public final class LabNetwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LabNetwork.class);

    private static final int MOST_THREADS = 4;

    private final List<DatagramChannel> channels;
    private final List<Shard> shards = new ArrayList<>();

    private LabNetwork(List<DatagramChannel> channels) {
        this.channels = channels;
    }

    /**
     * Binds all addresses; nothing is answered before {@link #serve}.
     *
     * @throws LabCannotStart when the process may not open so many files
     * @throws IOException    when an address cannot be bound; then none is
     */
    public static LabNetwork bind(List<InetSocketAddress> addresses) throws IOException {
        OpenFiles.require(addresses.size());
        var network = new LabNetwork(new ArrayList<>(addresses.size()));
        try {
            for (InetSocketAddress address : addresses) {
                network.open(address);
            }
            return network;
        } catch (IOException e) {
            network.close();
            throw e;
        }
    }

    private void open(InetSocketAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channels.add(channel);
        channel.bind(address);
        channel.configureBlocking(false);
    }

    /**
     * Starts to answer.
     *
     * @param bmcs in the order of the addresses
     */
    public void serve(List<LabBmc> bmcs) throws IOException {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        for (int i = 0; i < Math.min(threads, bmcs.size()); i++) {
            shards.add(new Shard());
        }
        for (int i = 0; i < bmcs.size(); i++) {
            shards.get(i % shards.size()).add(channels.get(i), bmcs.get(i));
        }
        shards.forEach(Shard::start);
    }

    /** Ends the threads and closes the sockets; harmless when repeated. */
    @Override
    public void close() {
        shards.forEach(Shard::close);
        shards.clear();
        for (DatagramChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("A socket of the lab cannot be closed; the others are", e);
            }
        }
        channels.clear();
    }
}
