/** Finding any record, or any command, by what is typed or scanned. */
package org.dcos.ui.model.search;
