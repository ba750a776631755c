package org.dcos.server.oob.redfish;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Whether a TCP port can be connected to. */
enum Door {
    OPEN,
    /** Somebody is there and refuses. */
    CLOSED,
    SILENT;

    static Door at(String address, int port, Duration wait) throws InterruptedException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port),
                    Math.toIntExact(Math.max(1, wait.toMillis())));
            return OPEN;
        } catch (ConnectException _) {
            return CLOSED;
        } catch (IOException _) { // no answer, or no way there
            return SILENT;
        } finally {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
