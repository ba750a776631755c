package org.dcos.ui.parts.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.records.Listed;
import org.dcos.ui.model.records.NameCache;
import org.dcos.ui.model.records.Names;
import org.dcos.ui.model.records.Narrowing;
import org.dcos.ui.model.records.RecordList;
import org.dcos.ui.model.records.RecordRow;
import org.dcos.ui.model.records.RecordsModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.TestDisplay;
import org.dcos.ui.parts.widget.WideTablePreparation;
import org.eclipse.jface.databinding.swt.DisplayRealm;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("xvfb")
class RecordTableXvfbTest {

    private static final int MANY = 10_000;
    private static final Rack RACK = new Rack(new UUID(3, 1), 1, new UUID(2, 1), "A", "A01", 42,
            java.util.OptionalInt.empty());

    private final Display display = TestDisplay.get();
    private final FieldWords words = new FieldWords(Texts.load(Locale.ENGLISH), ZoneOffset.UTC);
    private final AtomicReference<List<RecordRow>> chosen = new AtomicReference<>(List.of());
    private final Columns columns = new Columns();
    private RecordsModel model;
    private RecordTable table;
    private Shell shell;

    /** As the console does when it has started. */
    @BeforeAll
    static void prepare() throws InterruptedException {
        Thread.ofVirtual().start(WideTablePreparation::run).join();
    }

    @BeforeEach
    void open() {
        Ink.of(display).use(Theme.LIGHT);
        shell = new Shell(display);
        shell.setLayout(new org.eclipse.swt.layout.GridLayout());
        shell.setSize(1200, 700);
        model = new RecordsModel(
                new EstateModel(DisplayRealm.getRealm(display), Runnable::run, (_, work) -> work.run()),
                Texts.load(Locale.ENGLISH), ZoneOffset.UTC, new NameCache());
        table = new RecordTable(shell, model, columns, chosen::set, _ -> {}, _ -> {});
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void ten_thousand_servers_are_shown_and_scrolled_without_a_stall() {
        var list = list(MANY);

        var made = cpu(() -> table.show(list));
        var first = longest();
        var again = time(() -> table.show(shown(list, new Narrowing("", Map.of(), "name", true))));
        var scroll = time(() -> table.select(list.rows().getLast().item().id()));

        System.out.printf(Locale.ROOT,
                "10,000 rows: made %d ms, longest event %d ms (CPU), sorted anew %d ms, scrolled to one %d ms%n",
                made.toMillis(), first.toMillis(), again.toMillis(), scroll.toMillis());
        assertThat(made).isLessThan(Duration.ofMillis(100));
        assertThat(first).as("with what only the first picture loads").isLessThan(Duration.ofMillis(250));
        assertThat(again).isLessThan(Duration.ofMillis(200));
        assertThat(scroll).isLessThan(Duration.ofMillis(200));
        assertThat(picture("records-table")).as("colours of the picture").isGreaterThan(20);
    }

    @Test
    void all_are_chosen_at_once_and_stay_chosen_when_they_are_sorted() {
        var list = list(MANY);
        table.show(list);

        var choose = time(() -> table.selectAll());
        table.show(shown(list, new Narrowing("", Map.of(), "name", true)));

        assertThat(choose).isLessThan(Duration.ofMillis(400));
        assertThat(chosen.get()).hasSize(MANY);
        assertThat(table.selected()).hasSize(MANY);
    }

    @Test
    void a_cell_of_ten_thousand_rows_is_changed_in_place() {
        var list = list(MANY);
        table.show(list);
        draw();
        table.select(list.rows().get(3).item().id());

        var opened = cpu(table::edit);
        var editor = table.table().orElseThrow().control().getActiveCellEditor();
        assertThat(editor.getRowIndex()).isEqualTo(3);
        editor.setEditorValue("srv-new");
        var put = cpu(() -> editor.commit(SelectionLayer.MoveDirectionEnum.NONE, true));

        System.out.printf(Locale.ROOT, "10,000 rows: cell opened %d ms, put %d ms (CPU)%n", opened.toMillis(),
                put.toMillis());
        assertThat(model.problem().getValue()).as("it was ordered, and nobody is connected here").isNotEmpty();
        assertThat(opened.plus(put)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void widths_and_order_of_columns_are_kept() {
        table.show(list(10));
        var wide = table.table().orElseThrow();

        var widths = new java.util.LinkedHashMap<>(wide.widths());
        widths.put("name", 333);
        columns.keep(Kind.SERVER.resource(), widths);
        table.remake();

        assertThat(table.table().orElseThrow().widths()).containsEntry("name", 333);
    }

    private RecordList shown(RecordList list, Narrowing how) {
        return new RecordList(list.listed(), list.columns(), how.of(list.columns(), list.rows()), list.total(),
                list.names(), list.at());
    }

    private RecordList list(int count) {
        var servers = new ArrayList<Item>();
        for (int i = 0; i < count; i++) {
            servers.add(new Server(new UUID(5, i), 1, "srv-" + i, "SN%06d".formatted(i), Optional.of("ASSET-" + i),
                    "Huawei", "2288H V5", "li.wei",
                    Optional.of(new Mounting(RACK.id(), 1 + i % 40, 2, Face.FRONT)), LifecycleState.ACTIVE));
        }
        var listed = Listed.of(Kind.SERVER);
        var names = new Names(List.of(RACK));
        var all = words.columns(listed, List.of(), servers);
        return new RecordList(listed, all, servers.stream().map(item -> words.row(item, all, names)).toList(), count,
                names, Optional.empty());
    }

    /** What the thread of the widgets works for it, whatever else the machine does. */
    private static Duration cpu(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
    }

    /** The longest of the events until all is drawn. */
    private Duration longest() {
        shell.layout(true, true);
        var longest = Duration.ZERO;
        for (boolean[] more = {true}; more[0];) {
            var took = cpu(() -> more[0] = display.readAndDispatch());
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        return longest;
    }

    /** Until it is drawn. */
    private Duration time(Runnable work) {
        return cpu(() -> {
            work.run();
            draw();
        });
    }

    private void draw() {
        shell.layout(true, true);
        shell.update();
        while (display.readAndDispatch()) {
            // until all is done
        }
    }

    private long picture(String name) {
        var area = shell.getClientArea();
        var image = new Image(display, area.width, area.height);
        var gc = new GC(image);
        shell.print(gc);
        gc.dispose();
        var data = image.getImageData();
        image.dispose();
        Optional.ofNullable(System.getProperty("dcos.pictures")).ifPresent(folder -> {
            var loader = new ImageLoader();
            loader.data = new org.eclipse.swt.graphics.ImageData[] {data};
            loader.save(folder + "/" + name + ".png", SWT.IMAGE_PNG);
        });
        var pixels = new int[data.width];
        var colours = new java.util.HashSet<Integer>();
        for (int y = 0; y < data.height; y += 3) {
            data.getPixels(0, y, data.width, pixels, 0);
            for (int pixel : pixels) {
                colours.add(pixel);
            }
        }
        return colours.size();
    }
}
