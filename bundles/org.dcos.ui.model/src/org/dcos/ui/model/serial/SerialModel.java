package org.dcos.ui.model.serial;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;

import org.dcos.domain.ServerCore;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.serial.SerialOutput;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * Follows one serial console: asks for what the server writes again and again, hands it on in the realm, sends what is
 * typed in its order, and keeps it all in a file when told to. Used in the realm.
 */
public final class SerialModel implements AutoCloseable {

    private final EstateModel estates;
    private final Texts texts;
    private final ServerWords words;
    private final WritableValue<SerialSight> sight;
    private final Consumer<byte[]> written;
    private final Queue<byte[]> typed = new ArrayDeque<>();
    private Optional<SerialConsole> console = Optional.empty();
    private Optional<ServerCore> core = Optional.empty();
    private Optional<OutputStream> record = Optional.empty();
    private String me = "";
    private boolean sending;
    private int turn;

    /** @param written gets what the server writes, in the realm */
    public SerialModel(EstateModel estates, Texts texts, Consumer<byte[]> written) {
        this.estates = estates;
        this.texts = texts;
        this.words = new ServerWords(texts);
        this.written = written;
        sight = new WritableValue<>(estates.estate().getRealm(), SerialSight.NONE, SerialSight.class);
    }

    public IObservableValue<SerialSight> sight() {
        return sight;
    }

    /** What was opened, and as whom. */
    private record Opened(SerialConsole console, String me) {}

    /** Opens the console of a server or joins it; the one before is left. @param takeOver from past the server-core */
    public void open(UUID server, String name, boolean takeOver) {
        leave();
        int mine = turn;
        core = estates.core();
        sight.setValue(new SerialSight(Optional.of(server), name, texts.get("serial.opening"), false, false, false));
        core.ifPresentOrElse(services -> estates.inBackground(() -> {
            try {
                var opened = new Opened(services.serialConsoles().open(server, takeOver),
                        services.access().me().name());
                estates.inRealm(() -> opened(mine, opened));
            } catch (Problem e) {
                boolean taken = e instanceof Conflict && !takeOver;
                estates.inRealm(() -> {
                    if (mine == turn) {
                        sight.setValue(new SerialSight(Optional.of(server), name, words.problem(e), false, false,
                                taken));
                    }
                });
            }
        }), () -> sight.setValue(new SerialSight(Optional.of(server), name, texts.get("connection.none"), false, false,
                false)));
    }

    private void opened(int mine, Opened opened) {
        if (mine != turn) {
            return;
        }
        me = opened.me();
        tell(opened.console());
        follow(mine, opened.console().id(), 0);
    }

    private void follow(int mine, UUID id, long from) {
        core.ifPresent(services -> estates.inBackground(() -> {
            try {
                var output = services.serialConsoles().output(id, from, SerialConsoles.LONGEST_WAIT);
                estates.inRealm(() -> heard(mine, output));
            } catch (Problem e) {
                estates.inRealm(() -> lost(mine, id, from, e));
            }
        }));
    }

    private void heard(int mine, SerialOutput output) {
        if (mine != turn) {
            return;
        }
        if (output.bytes().length > 0) {
            written.accept(output.bytes());
            keep(output.bytes());
        }
        tell(output.console());
        boolean more = output.next() < output.console().written();
        if (output.console().ended().isEmpty() || more) {
            follow(mine, output.console().id(), output.next());
        }
    }

    /** A call that did not come through is made again; a console that is gone is not. */
    private void lost(int mine, UUID id, long from, Problem why) {
        if (mine != turn) {
            return;
        }
        boolean gone = why instanceof NotFound;
        sight.setValue(new SerialSight(sight.getValue().server(), sight.getValue().title(), words.problem(why), !gone,
                false, false));
        if (!gone) {
            estates.later(Duration.ofSeconds(2), () -> {
                if (mine == turn) {
                    follow(mine, id, from);
                }
            });
        }
    }

    private void tell(SerialConsole now) {
        console = Optional.of(now);
        boolean open = now.ended().isEmpty();
        boolean writing = open && now.writer().filter(me::equals).isPresent();
        String note = now.ended().map(why -> texts.get("serial.ended", texts.sentences().of(why)))
                .orElseGet(() -> writing ? texts.get("serial.writing")
                        : now.writer().map(who -> texts.get("serial.watching", who))
                                .orElseGet(() -> texts.get("serial.nobody")));
        sight.setValue(new SerialSight(Optional.of(now.server()), now.serverName(), note, open, writing, false));
    }

    /** Takes the pen, from whoever has it, or lays it down. */
    public void write(boolean wanted) {
        call((consoles, id) -> wanted ? consoles.claim(id, true) : consoles.release(id));
    }

    /** Sends a serial break, as for the kernel's SysRq. */
    public void sendBreak() {
        call((consoles, id) -> {
            consoles.sendBreak(id);
            return consoles.console(id);
        });
    }

    /** Ends it for all who watch. */
    public void end() {
        call((consoles, id) -> {
            consoles.close(id);
            return consoles.console(id);
        });
    }

    /** What is asked of the service about the console that is watched. */
    private interface Asking {
        SerialConsole of(SerialConsoles consoles, UUID id) throws Problem;
    }

    private void call(Asking asking) {
        int mine = turn;
        console.map(SerialConsole::id).ifPresent(id -> core.ifPresent(services -> estates.inBackground(() -> {
            try {
                var now = asking.of(services.serialConsoles(), id);
                estates.inRealm(() -> {
                    if (mine == turn) {
                        tell(now);
                    }
                });
            } catch (Problem e) {
                estates.inRealm(() -> said(mine, words.problem(e)));
            }
        })));
    }

    private void said(int mine, String problem) {
        if (mine == turn) {
            var now = sight.getValue();
            sight.setValue(new SerialSight(now.server(), now.title(), problem, now.open(), now.writing(), false));
        }
    }

    /** Sends what was typed behind what was typed before. */
    public void type(byte[] bytes) {
        if (!sight.getValue().writing()) {
            return;
        }
        for (int from = 0; from < bytes.length; from += SerialConsoles.MAX_WRITE) {
            typed.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length,
                    from + SerialConsoles.MAX_WRITE)));
        }
        send();
    }

    private void send() {
        if (sending || typed.isEmpty() || console.isEmpty() || core.isEmpty()) {
            return;
        }
        sending = true;
        int mine = turn;
        var next = typed.remove();
        var id = console.get().id();
        var services = core.get();
        estates.inBackground(() -> {
            String problem = "";
            try {
                services.serialConsoles().write(id, next);
            } catch (Problem e) {
                problem = words.problem(e);
            }
            String told = problem;
            estates.inRealm(() -> {
                sending = false;
                if (!told.isEmpty()) {
                    typed.clear();
                    said(mine, told);
                }
                send();
            });
        });
    }

    /** Keeps what the server writes from now on. */
    public void record(OutputStream file) {
        stopRecording();
        record = Optional.of(file);
    }

    public boolean recording() {
        return record.isPresent();
    }

    /** Ends the recording. */
    public void stopRecording() {
        record.ifPresent(file -> {
            try {
                file.close();
            } catch (IOException e) {
                said(turn, texts.get("serial.unwritten", String.valueOf(e.getMessage())));
            }
        });
        record = Optional.empty();
    }

    private void keep(byte[] bytes) {
        record.ifPresent(file -> {
            try {
                file.write(bytes);
                file.flush();
            } catch (IOException e) {
                record = Optional.empty();
                said(turn, texts.get("serial.unwritten", String.valueOf(e.getMessage())));
            }
        });
    }

    /** Watches it no longer; lays the pen down, and leaves it open to the others. */
    public void leave() {
        if (sight.getValue().writing()) {
            call(SerialConsoles::release);
        }
        turn++;
        console = Optional.empty();
        typed.clear();
        sending = false;
        sight.setValue(SerialSight.NONE);
    }

    @Override
    public void close() {
        leave();
        stopRecording();
    }
}
