#!/usr/bin/env node
import '../dist/hegui.cjs';
