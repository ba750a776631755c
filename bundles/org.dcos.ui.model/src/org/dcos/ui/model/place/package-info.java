/** The navigator: IDCs, rooms, rows and racks as a tree. */
package org.dcos.ui.model.place;
