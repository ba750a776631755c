package org.dcos.tests.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The virtual machine behind a BMC of {@code ipmi_sim}: the chassis hook starts QEMU when the power goes on and ends it
 * when it goes off; its serial port is the line of Serial over LAN.
 */
final class MachineFiles {

    /** On the loopback of the BMC's namespace. */
    private static final int SERIAL_PORT = 7000;

    /**
     * The chassis is on while QEMU runs. It boots from the network once when it was told to, else from a disk that it
     * has not got. It waits for the BMC to pick up its serial line, so that nothing that its firmware says is lost.
     */
    static final String HOOK = """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            case $1 in 0x*) shift;; esac
            runs() { [ -s machine.pid ] || return 1
              grep -q '^State:[[:space:]]*[^ZX]' "/proc/$(cat machine.pid)/status" 2>/dev/null; }
            on() { runs && return
              order=c; [ "$(cat boot 2>/dev/null)" = pxe ] && order=n
              echo default > boot
              setsid qemu-system-x86_64 -accel tcg,tb-size=32 -m 64 -machine graphics=off -display none \\
                -nodefaults -nic user,model=virtio-net-pci -boot order=$order -pidfile machine.pid \\
                -serial tcp:127.0.0.1:%d,server=on,wait=on </dev/null >>machine.log 2>&1 &
              for try in $(seq 40); do runs && break; sleep 0.05; done; }
            off() { runs || return
              kill "$(cat machine.pid)"
              for try in $(seq 40); do runs || break; sleep 0.05; done
              rm -f machine.pid; }
            op=$1; shift
            case $op in
            get) for p in "$@"; do case $p in
                power) runs && echo power:1 || echo power:0;;
                boot) echo "boot:$(cat boot 2>/dev/null || echo default)";;
                *) echo "$p:0";;
              esac; done;;
            set) echo "$*" >> chassis.log
              while [ $# -ge 2 ]; do case $1 in
                power) [ "$2" = 1 ] && on || off;;
                reset) off; on;;
                boot) echo "$2" > boot;;
                shutdown) off;;
              esac; shift 2; done;;
            esac
            exit 0
            """
            .formatted(SERIAL_PORT);

    private MachineFiles() {}

    /** What lan.conf has more. */
    static List<String> lan() {
        return List.of("sol \"tcp:127.0.0.1:%d\" 115200".formatted(SERIAL_PORT));
    }

    /** Its process; empty when it is off. */
    static Optional<Long> process(Path folder) throws IOException {
        var file = folder.resolve("machine.pid");
        var pid = Files.exists(file) ? Files.readString(file).strip() : "";
        return pid.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(pid)).filter(MachineFiles::runs);
    }

    /** One that has ended counts so even where nobody has asked for its exit code yet. */
    static boolean runs(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                    .anyMatch(line -> line.matches("State:\\s+[^ZX].*"));
        } catch (IOException _) {
            return false;
        }
    }
}
