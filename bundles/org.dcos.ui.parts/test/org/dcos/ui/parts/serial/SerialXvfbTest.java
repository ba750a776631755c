package org.dcos.ui.parts.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialOutput;
import org.dcos.ui.canvas.terminal.TerminalCanvas;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.dcos.ui.parts.TestSite;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class SerialXvfbTest {

    private static final Server SERVER = new Server(new UUID(4, 1), 1, "srv-a03-04", "2102311XDB10K4000123",
            Optional.empty(), "Huawei", "2288H V5", "", Optional.empty(), LifecycleState.ACTIVE);
    private static final String BOOT = """
            \033[1mPOST\033[0m  memory 262144 MB \033[32mOK\033[0m, 2 x CPU \033[32mOK\033[0m\r
            \033[34m╔══════════════════ \033[1mSetup\033[22m ═══════════════════╗\033[0m\r
            \033[34m║\033[0m \033[7m Main \033[0m  Advanced  Boot  Server  Exit       \033[34m║\033[0m\r
            \033[34m╟────────────────────────────────────────────╢\033[0m\r
            \033[34m║\033[0m ├─ Boot mode   \033[37;44m UEFI   \033[0m                    \033[34m║\033[0m\r
            \033[34m║\033[0m └─ Console     \033[30;47m 115200 \033[0m \033[33;44m changed \033[0m          \
            \033[34m║\033[0m\r
            \033[34m╚════════════════════════════════════════════╝\033[0m\r
            [\033[32m  OK  \033[0m] Started 网络管理服务 Network Manager.\r
            [\033[31mFAILED\033[0m] Failed to start 存储 multipath.\r
            [\033[33m WARN \033[0m] clock is \033[1;33m12 s\033[0m off ░▒▓█▄▀\r
            drwxr-xr-x 2 root root \033[1;34mbackup\033[0m  \033[1;32mrun.sh\033[0m  \033[36mlink\033[0m -> /data\r
            \r
            srv-a03-04 登录: root\r
            [root@srv-a03-04 ~]# \033[4mls\033[0m 数据\033[2m  # comment\033[0m""";

    private final List<String> typed = new ArrayList<>();
    private final AtomicBoolean quiet = new AtomicBoolean();
    private Optional<String> writer = Optional.of("li.wei");

    private SerialConsole console() {
        return new SerialConsole(new UUID(30, 1), SERVER.id(), SERVER.name(), TestDesk.NOW, "li.wei", writer,
                Optional.empty(), BOOT.length());
    }

    @SuppressWarnings("resource") // the desk closes it
    private FakeConnection connection() {
        return new FakeConnection().answer("servers", _ -> FakeConnection.page(List.of(SERVER)))
                .answer("SerialConsoles.open", _ -> console())
                .answer("me", _ -> new Caller("li.wei", Role.OPERATOR, "10.1.4.20"))
                .answer("SerialConsoles.write", arguments -> {
                    typed.add(new String((byte[]) arguments[1], StandardCharsets.UTF_8));
                    return null;
                })
                .answer("SerialConsoles.output", _ -> {
                    quiet.set(true); // the next call would wait
                    return new SerialOutput(console(), 0, BOOT.getBytes(StandardCharsets.UTF_8));
                });
    }

    private void inBackground(Runnable work) {
        if (!quiet.get()) {
            work.run();
        }
    }

    private TestDesk world(String language, Theme theme) {
        return new TestDesk(Locale.forLanguageTag(language), theme, connection(), this::inBackground);
    }

    private static <T extends Control> T find(Composite below, Class<T> type) {
        for (var child : below.getChildren()) {
            if (type.isInstance(child)) {
                return type.cast(child);
            }
            if (child instanceof Composite inner) {
                var found = find(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static void loaded(TestDesk world) {
        world.open(800, 470);
        world.until(() -> !world.desk().estate().estate().getValue().servers().isEmpty());
    }

    private static TerminalCanvas opened(TestDesk world, SerialPart part) {
        loaded(world);
        world.desk().selection().select(new Selected.OfServer(SERVER.id()));
        part.open();
        world.settle();
        return find(world.shell(), TerminalCanvas.class);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, li.wei", "zh, DARK, li.wei", "en, DARK, wang.fang", "zh, LIGHT, wang.fang"})
    void whatTheServerWritesIsSeenWithWhoWritesToIt(String language, Theme theme, String who) throws Exception {
        writer = Optional.of(who);
        try (var world = world(language, theme)) {
            var part = TestSite.open(world, new SerialPart());
            loaded(world);
            world.picture(world.shell(), "serial-none-%s-%s".formatted(theme, language));
            world.desk().selection().select(new Selected.OfServer(SERVER.id()));
            world.settle();
            world.picture(world.shell(), "serial-start-%s-%s".formatted(theme, language));
            var terminal = opened(world, part);
            terminal.find("Started");
            world.picture(world.shell(), "serial-%s-%s".formatted(theme, language));

            assertThat(terminal.marked()).isEqualTo("Started");
            assertThat(terminal.screen().line(7).text()).isEqualTo("[  OK  ] Started 网络管理服务 Network Manager.");
        }
    }

    @Test
    void everyKeyGoesToTheServerButTheOneThatLeaves() throws Exception {
        try (var world = world("en", Theme.LIGHT)) {
            var terminal = opened(world, TestSite.open(world, new SerialPart()));
            terminal.setFocus();
            world.settle();
            quiet.set(false);
            press(terminal, SWT.CTRL, 'k', (char) 0x0B);
            press(terminal, SWT.CTRL, '4', (char) 0x1C);
            press(terminal, 0, SWT.F10, (char) 0);
            world.settle();
            assertThat(typed).containsExactly("\u000B", "\u001C", "\033[21~");

            press(terminal, SWT.CTRL | SWT.ALT, 'k', (char) 0x0B);
            world.settle();
            assertThat(typed).hasSize(3);
            assertThat(find(world.shell(), StyledText.class).isFocusControl()).isTrue();
        }
    }

    @Test
    void whoOnlyWatchesIsToldSoWhenTyping() throws Exception {
        writer = Optional.of("wang.fang");
        try (var world = world("en", Theme.LIGHT)) {
            var terminal = opened(world, TestSite.open(world, new SerialPart()));
            quiet.set(false);
            press(terminal, 0, 'x', 'x');
            world.settle();

            assertThat(typed).isEmpty();
            assertThat(world.desk().notice().getValue()).contains("wang.fang");
        }
    }

    private static void press(TerminalCanvas terminal, int mask, int code, char character) {
        var event = new Event();
        event.stateMask = mask;
        event.keyCode = code;
        event.character = character;
        terminal.notifyListeners(SWT.KeyDown, event);
    }
}
