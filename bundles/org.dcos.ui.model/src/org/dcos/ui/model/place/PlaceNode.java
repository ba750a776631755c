package org.dcos.ui.model.place;

import java.util.List;

import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.selection.Selected;

/**
 * A node of the navigator.
 *
 * @param place    what choosing it selects; also its identity over refreshes
 * @param label    name
 * @param detail   count of what is in it: {@code 24 racks}, {@code 38/42 U}
 * @param mark     the worst of the servers in it
 */
public record PlaceNode(Kind kind, Selected place, String label, String detail, Mark mark, List<PlaceNode> children) {

    public enum Kind { IDC, ROOM, ROW, RACK }

    public PlaceNode {
        children = List.copyOf(children);
    }
}
