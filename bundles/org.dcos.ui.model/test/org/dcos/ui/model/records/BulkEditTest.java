package org.dcos.ui.model.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.DB;
import static org.dcos.ui.model.Samples.WEB;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.problem.Invalid;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class BulkEditTest {

    private final FieldWords words = new FieldWords(Texts.load(Locale.ENGLISH), ZoneOffset.UTC);

    private BulkEdit edit(String path, String text, Item... items) {
        var columns = words.columns(Listed.of(Kind.of(items[0])), List.of(), List.of(items));
        var rows = List.of(items).stream().map(item -> words.row(item, columns, Names.NONE)).toList();
        return new BulkEdit(rows, columns.stream().filter(column -> column.path().equals(path)).findFirst()
                .orElseThrow(), text);
    }

    @Test
    void onlyWhatHasAnotherValueIsChanged() throws Invalid {
        var other = Items.with(DB, Map.of("owner", "wang.fang"));

        var edit = edit("owner", "li.wei", WEB, other);

        assertThat(edit.changed()).extracting(RecordRow::item).containsExactly(other);
        assertThat(edit.order("handed over").edits()).singleElement().isInstanceOfSatisfying(Edit.Put.class,
                put -> assertThat(Items.text(put.item(), "owner")).isEqualTo("li.wei"));
        assertThat(edit.order("handed over").why()).isEqualTo("handed over");
    }

    @Test
    void theValuesOfNowAreCountedTheMostFrequentFirst() throws Invalid {
        var edit = edit("owner", "x", Items.with(WEB, Map.of("owner", "a")), DB,
                Items.with(named(3), Map.of("owner", "")),
                named(4));

        assertThat(edit.before()).containsExactly(Map.entry("li.wei", 2), Map.entry("a", 1), Map.entry("", 1));
    }

    private static Item named(int number) throws Invalid {
        return Items.with(DB, Map.of("name", "srv-" + number));
    }

    @Test
    void aTextThatIsNotOfTheFieldIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> edit("heightUnits", "many", A01).order("")).isInstanceOf(Invalid.class);
    }

    @Test
    void anEmptyTextTakesTheValueAway() throws Invalid {
        var put = (Edit.Put) edit("assetTag", "", WEB).order("").edits().getFirst();

        assertThat(Items.text(put.item(), "assetTag")).isEmpty();
    }
}
