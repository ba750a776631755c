package org.dcos.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.dcos.lab.control.ControlPort;
import org.dcos.lab.network.LabCannotStart;

/**
 * The lab as a program: starts, writes its files, says that it is ready and runs until it is told to end (SIGTERM,
 * Ctrl+C). Exit codes: 1 could not start, 2 wrong arguments; after a signal the system's code for it.
 */
public final class LabMain {

    static final int COULD_NOT_START = 1;
    static final int WRONG_ARGUMENTS = 2;

    public static void main(String[] arguments) {
        var told = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("lab-end").unstarted(() -> end(told, ended)));
        int status;
        try {
            status = run(List.of(arguments), System.out, System.err, told);
        } finally {
            ended.countDown();
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Runs a lab until {@code told} comes down.
     *
     * @return the exit code
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err, CountDownLatch told) {
        LabArguments parsed;
        try {
            parsed = LabArguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG_ARGUMENTS;
        }
        try (Lab lab = Lab.start(parsed.options())) {
            lab.writeFiles(parsed.out());
            if (parsed.controlPort().isEmpty()) {
                ready(lab, parsed, out, told);
            } else {
                try (var control = new ControlPort(lab.bmcs(), parsed.controlPort().get())) {
                    out.println("Control port: http://127.0.0.1:%d/bmcs".formatted(control.port()));
                    ready(lab, parsed, out, told);
                }
            }
            return 0;
        } catch (LabCannotStart e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The lab could not write to %s or open a port: %s".formatted(parsed.out(), e.getMessage()));
        }
        return COULD_NOT_START;
    }

    private static void ready(Lab lab, LabArguments arguments, PrintStream out, CountDownLatch told) {
        String first = lab.bmcs().getFirst().address().getAddress().getHostAddress();
        out.println("DCOS lab ready: %d BMCs at %s..., files in %s".formatted(lab.bmcs().size(), first,
                arguments.out()));
        out.flush();
        try {
            told.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the shutdown hook: the process may go once the lab has closed. */
    private static void end(CountDownLatch told, CountDownLatch ended) {
        told.countDown();
        try {
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private LabMain() {}
}
