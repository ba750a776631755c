package org.dcos.net.probe.peer;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.dcos.net.probe.AddressProbe;
import org.dcos.net.probe.Patience;
import org.dcos.net.probe.ProbeOptions;

/** Asks the address that is its argument and prints the finding: to be run with other rights, in another namespace. */
public final class AskMain {

    public static void main(String[] arguments) throws InterruptedException {
        var patience = new Patience(2, Duration.ofMillis(500));
        var options = ProbeOptions.defaults().withPatience(patience, patience).withPorts(List.of(9),
                Duration.ofMillis(500));
        try (var probe = new AddressProbe()) {
            probe.ask(List.of(InetAddress.ofLiteral(arguments[0])), options)
                    .forEach((address, finding) -> System.out.println(finding));
        }
    }
}
