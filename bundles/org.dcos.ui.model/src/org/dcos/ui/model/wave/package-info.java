/** Orders to many servers in waves: what is asked, what would happen, how it goes, what became of each server. */
package org.dcos.ui.model.wave;
