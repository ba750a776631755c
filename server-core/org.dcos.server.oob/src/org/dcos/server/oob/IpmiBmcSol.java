package org.dcos.server.oob;

import java.io.IOException;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSol;
import org.dcos.net.ipmi.client.SolConsole;
import org.dcos.net.ipmi.client.SolListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens serial consoles over IPMI 2.0. */
@Component(service = BmcSol.class)
public final class IpmiBmcSol implements BmcSol {

    private final IpmiConversations ipmi;

    @Activate
    public IpmiBmcSol(@Reference IpmiConversations ipmi) {
        this.ipmi = ipmi;
    }

    @Override
    public Line open(BmcEndpoint bmc, boolean takeOver, Listener listener) throws BmcFailure, InterruptedException {
        return new OpenLine(ipmi.console(bmc, takeOver, new Told(listener)));
    }

    private record Told(Listener listener) implements SolListener {

        @Override
        public void received(byte[] bytes) {
            listener.received(bytes);
        }

        @Override
        public void ended(String why) {
            listener.ended(why);
        }
    }

    private record OpenLine(SolConsole console) implements Line {

        @Override
        public void send(byte[] bytes) throws IOException, InterruptedException {
            console.send(bytes);
        }

        @Override
        public void sendBreak() throws IOException, InterruptedException {
            console.sendBreak();
        }

        @Override
        public void close() {
            console.close();
        }
    }
}
