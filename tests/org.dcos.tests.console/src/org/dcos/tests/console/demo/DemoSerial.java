package org.dcos.tests.console.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.access.Access;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.serial.SerialOutput;

/** A server that was just started: what its firmware and its kernel write. Whoever opens it writes to it. */
final class DemoSerial {

    private static final int WIDE = 66;
    private static final String MENU = "\033[1mBIOS 6.57\033[0m  2 x Intel Xeon Gold 6230R, 262144 MB  "
            + "\033[32mOK\033[0m\r\n" + frame("╔" + "═".repeat(28) + " \033[1mBoot\033[22m " + "═".repeat(32) + "╗")
            + row("\033[37;44m", "  1  PXE  eth0  3c:ec:ef:00:01:28") + row("", "  2  RAID 1  2 x 480 GB")
            + row("", "  3  Setup") + frame("╚" + "═".repeat(WIDE) + "╝");
    private static final byte[] BOOT = (MENU + """
            [    0.000000] Linux version 6.12.0 (build@dc) #1 SMP\r
            [    1.482201] EXT4-fs (md0): mounted filesystem with ordered data mode\r
            [\033[32m  OK  \033[0m] Started Network Manager.\r
            [\033[32m  OK  \033[0m] Reached target 网络已在线 (Network is Online).\r
            [\033[31mFAILED\033[0m] Failed to start multipathd.service - Device-Mapper Multipath.\r
            [\033[33m WARN \033[0m] chronyd: clock is \033[1;33m12 s\033[0m off, stepping it\r
            [\033[32m  OK  \033[0m] Started OpenSSH server daemon.\r
            \r
            srv-a03-04 login: root\r
            Password:\r
            Last login: Wed Nov 25 18:02:11 on ttyS0\r
            [root@srv-a03-04 ~]# \033[1mls\033[0m -l 备份\r
            drwxr-xr-x 2 root root 4096 Nov 25 18:00 \033[1;34m数据库\033[0m\r
            -rwxr-xr-x 1 root root  812 Nov 25 17:58 \033[1;32mrestore.sh\033[0m\r
            lrwxrwxrwx 1 root root   14 Nov 25 17:58 \033[36mlatest\033[0m -> /data/20261125\r
            [root@srv-a03-04 ~]#\s""").getBytes(StandardCharsets.UTF_8);

    private final DemoEstate estate;
    private final Instant now;
    private final Access access;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param access says who one is */
    DemoSerial(DemoEstate estate, Instant now, Access access) {
        this.estate = estate;
        this.now = now;
        this.access = access;
    }

    private static String frame(String line) {
        return "\033[34m" + line + "\033[0m\r\n";
    }

    private static String row(String look, String words) {
        return "\033[34m║\033[0m" + look + words + " ".repeat(WIDE - words.length()) + "\033[0m\033[34m║\033[0m\r\n";
    }

    SerialConsoles service() {
        return Answers.to(SerialConsoles.class, (call, arguments) -> switch (call) {
            case "open" -> console((UUID) arguments[0], false);
            case "console", "claim", "release" -> console((UUID) arguments[0], ended.getCount() == 0);
            case "output" -> output((UUID) arguments[0], (long) arguments[1]);
            case "write" -> null;
            case "close" -> {
                ended.countDown();
                yield null;
            }
            default -> throw Answers.refused(call);
        });
    }

    private SerialConsole console(UUID server, boolean over) {
        var me = me();
        return new SerialConsole(server, server, estate.servers.stream().filter(one -> one.id().equals(server))
                .findFirst().orElseThrow().name(), now.minusSeconds(90), me, Optional.of(me),
                over ? Optional.of(me + " closed it.") : Optional.empty(), BOOT.length);
    }

    private String me() {
        try {
            return access.me().name();
        } catch (Problem e) {
            throw new IllegalStateException(e);
        }
    }

    /** All at once, and then nothing for a while. */
    private SerialOutput output(UUID server, long from) {
        if (from == 0) {
            return new SerialOutput(console(server, false), 0, BOOT);
        }
        try {
            boolean over = ended.await(SerialConsoles.LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
            return new SerialOutput(console(server, over), from, new byte[0]);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SerialOutput(console(server, true), from, new byte[0]);
        }
    }
}
