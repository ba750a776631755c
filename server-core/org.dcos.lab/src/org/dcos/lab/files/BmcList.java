package org.dcos.lab.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dcos.lab.network.LabBmc;

/**
 * bmcs.csv: one line per controller, with the log-in that a purchase list would give. Fields hold no comma, so none is
 * quoted.
 *
 * @param user     of all of them
 * @param password as listed; a controller with the fault wrong-password has another
 */
public record BmcList(List<LabBmc> bmcs, String user, String password) {

    static final String HEADER = "address,port,user,password,serial,fault";

    public BmcList {
        bmcs = List.copyOf(bmcs);
    }

    public void write(Path file) throws IOException {
        WholeFile.write(file, this::writeTo);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "list of %d BMCs".formatted(bmcs.size());
    }

    private void writeTo(OutputStream out) throws IOException {
        var text = new StringBuilder(HEADER).append('\n');
        for (LabBmc bmc : bmcs) {
            text.append(bmc.address().getAddress().getHostAddress()).append(',').append(bmc.address().getPort())
                    .append(',').append(user).append(',').append(password).append(',')
                    .append(bmc.server().serial()).append(',').append(bmc.fault().word()).append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
