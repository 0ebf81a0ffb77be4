#!/usr/bin/env node
import '../dist/bin/hegui.js';
